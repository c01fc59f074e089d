using System.Management.Automation;
using PeeringTools.Changes;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>
/// Removes both sides of a pair, the side that uses a gateway before the one that shares it. A side that is gone already is
/// fine. A removal is never rolled back; what is left of it is named with the command that finishes it.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "PeeringPair", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringRemoval), typeof(PeeringChangePlan))]
public sealed class RemovePeeringPairCommand : PairCommand
{
    /// <summary>Both sides, or only the local one where the remote network has an operator of its own.</summary>
    [Parameter]
    [ValidateSet("Both", "Local")]
    public string Side { get; set; } = "Both";

    /// <summary>Also removes pairs that something else manages and would make again, except where Azure itself forbids it.</summary>
    [Parameter]
    public SwitchParameter IncludeManaged { get; set; }

    /// <summary>Returns a receipt per pair: what was there, what is gone, and when.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? ResultOf(ChangeOutcome outcome) => PassThru ? outcome.Removal : null;

    internal override bool NeedsOrientation => Side == "Local";

    internal override PeeringRequest Request(ResourceId local, ResourceId remote) => new()
    {
        Kind = ChangeKind.Remove,
        LocalId = local,
        RemoteId = remote,
        Scope = Side == "Local" ? SideScope.Local : SideScope.Both,
        IncludeManaged = IncludeManaged,
        ChangeReference = ChangeReference,
    };
}
