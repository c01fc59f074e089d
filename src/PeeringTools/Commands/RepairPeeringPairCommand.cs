using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Makes a broken pair whole with the fewest steps Azure accepts.</summary>
/// <remarks>
/// <para>Creates the side that is missing, or writes a Disconnected one again and then creates the other. The missing side's settings
/// come from parameters or from an earlier picture of the pair; where neither says them the error SettingsUnknown names what is needed,
/// and nothing is guessed. A side that is there keeps its own settings: those are Set-PeeringPair's to change.</para>
/// <para>Nothing is deleted, except with -Recreate.</para>
/// </remarks>
/// <notes>
/// <para>Needs Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write and .../peer/action on both networks, and with -Recreate also
/// .../virtualNetworkPeerings/delete.</para>
/// </notes>
/// <example>
/// <para>What would mend the estate?</para>
/// <code estate="Broken">
/// $settings = @{
///     AllowVirtualNetworkAccess = 'Both'
///     AllowForwardedTraffic = 'None'
///     GatewayTransit = 'None'
/// }
/// Get-PeeringPair -Status Initiated, Disconnected | Repair-PeeringPair @settings -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Create the missing half of one pair</para>
/// <code estate="Broken">
/// Get-PeeringPair -Name vnet-onesided |
///     Repair-PeeringPair -AllowVirtualNetworkAccess Both -AllowForwardedTraffic None -GatewayTransit None
/// </code>
/// </example>
/// <example>
/// <para>Bring a lost side back as last week's inventory has it</para>
/// <code>
/// Export-PeeringInventory ./last-week.json
/// $lost = (Get-PeeringPair $hub)[0].Local.Id
/// $null = Invoke-PeeringLabRequest "${lost}?api-version=2024-05-01" DELETE -Confirm:$false
/// Get-PeeringPair -Orphaned | Repair-PeeringPair -Baseline (Import-PeeringInventory ./last-week.json)
/// </code>
/// <para>The second and third line lose a side in the lab. A network that was made again under the same id is noticed.</para>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="SyncPeeringPairCommand"/>
/// <seealso cref="SetPeeringPairCommand"/>
/// <seealso href="docs/errors.md"/>
[Cmdlet(VerbsDiagnostic.Repair, "PeeringPair", SupportsShouldProcess = true, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringPair), typeof(PeeringChangePlan))]
public sealed class RepairPeeringPairCommand : PairFlagCommand
{
    /// <summary>Earlier objects of the pairs, for example from a file: where the settings of a lost side are taken from.</summary>
    [Parameter]
    [Pair]
    [ValidateNotNullOrEmpty]
    public PeeringPair[]? Baseline { get; set; }

    /// <summary>Lets a Disconnected side be deleted and made again, for when Azure refuses to write it.</summary>
    [Parameter]
    public SwitchParameter Recreate { get; set; }

    internal override PeeringRequest Request(ResourceId local, ResourceId remote)
    {
        PeeringRequest request = this.Common(ChangeKind.Repair, local, remote) with { Recreate = Recreate };
        PeeringPair? earlier = Baseline?.FirstOrDefault(pair => pair.PairId == request.PairId);
        return earlier is null ? request : request with { Baseline = new PairBaseline(earlier) };
    }

    internal override object? ResultOf(ChangeOutcome outcome) => outcome.Pair;
}
