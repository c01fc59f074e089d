using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>
/// Makes a broken pair whole with the fewest steps Azure accepts: creates the missing side, or writes a Disconnected one again
/// and then creates the other. The missing side's settings come from parameters or from an earlier picture of the pair; a
/// side that is there keeps its own, which is Set-PeeringPair's to change.
/// </summary>
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
