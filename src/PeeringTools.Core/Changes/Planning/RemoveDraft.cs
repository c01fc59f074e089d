using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>Deletes the sides that exist, the one that uses a remote gateway first. One that is already gone is fine.</summary>
internal sealed class RemoveDraft : IDraft
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate)
    {
        StepMaker make = new(request, facts, estate);
        ChangeStep[] steps = [.. Halves.Where(half => request.Covers(half) && facts.Side(half) is not null).Select(make.Delete)];
        ChangePlan plan = new() { Request = request, Facts = facts, Steps = make.InOrder(steps) };
        // A removal that was cut off after its last side has left the record; taking that away is the rest of it.
        bool hasRest = facts.Record().State == PeeringRecordState.Ok;
        return steps.Length > 0 || hasRest || Halves.All(half => facts[half].Visibility != RemoteVisibility.Found)
            ? plan
            : plan with { Problems = [PairProblems.NotFound(request)] };
    }
}
