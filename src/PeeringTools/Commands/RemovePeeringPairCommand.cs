using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Removes both sides of a pair, and its record.</summary>
/// <remarks>
/// <para>The side that uses a gateway goes before the one that shares it. A side that is gone already is fine. A removal is never
/// rolled back; what is left of it is named, with the command that finishes it.</para>
/// <para>Needs Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete on both networks.</para>
/// </remarks>
/// <notes>
/// <para>A pair that another service manages, and would make again, is refused without -IncludeManaged.</para>
/// </notes>
/// <example>
/// <para>What would be removed?</para>
/// <code>Get-PeeringPair $hub | Remove-PeeringPair -WhatIf</code>
/// </example>
/// <example>
/// <para>Remove one pair and keep the receipt</para>
/// <code>(Get-PeeringPair $hub)[0] | Remove-PeeringPair -Force -PassThru</code>
/// <para>The receipt has the pair as it was, which is enough to make it again.</para>
/// </example>
/// <example>
/// <para>Clear away what a deleted network left behind</para>
/// <code estate="Broken">Get-PeeringPair -Status RemoteGone | Remove-PeeringPair -Confirm:$false</code>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="RemoveExpiredPeeringCommand"/>
/// <seealso cref="NewPeeringPairCommand"/>
[Cmdlet(VerbsCommon.Remove, "PeeringPair", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringRemoval), typeof(PeeringChangePlan))]
public sealed class RemovePeeringPairCommand : PairCommand
{
    /// <summary>Both sides, or only the local one where the remote network has an operator of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Sides]
    [ValidateSet(SidesAttribute.Both, SidesAttribute.Local)]
    public string Side { get; set; } = SidesAttribute.Both;

    /// <summary>Also removes pairs that something else manages and would make again, except where Azure itself forbids it.</summary>
    [Parameter]
    public SwitchParameter IncludeManaged { get; set; }

    /// <summary>Returns a receipt per pair: what was there, what is gone, and when.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? ResultOf(ChangeOutcome outcome) => PassThru ? outcome.Removal : null;

    internal override bool NeedsOrientation => Side == SidesAttribute.Local;

    internal override PeeringRequest Request(ResourceId local, ResourceId remote) => new()
    {
        Kind = ChangeKind.Remove,
        LocalId = local,
        RemoteId = remote,
        Scope = SidesAttribute.ScopeOf(Side),
        IncludeManaged = IncludeManaged,
        ChangeReference = ChangeReference,
    };
}
