using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// Ensures a pair. A side is found by the networks it joins, never by its name. Defaults are for sides this call
/// creates; of an existing one only what was asked for changes, and what would have been chosen otherwise is listed.
/// </summary>
internal sealed class NewDraft : IDraft
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate)
    {
        StepMaker make = new(request, facts, estate);
        List<ChangeStep> steps = [];
        List<string> differences = [];
        foreach (Half half in Halves.Where(half => request.Covers(half) && facts[half].Visibility == RemoteVisibility.Found))
        {
            PeeringSettings wanted = request.Flags.For(half);
            if (facts.Side(half) is not PeeringSide side)
            {
                steps.Add(make.Create(half, wanted.Over(StepMaker.Defaults)));
                continue;
            }

            PeeringSettings change = wanted.Unlike(SettingsMath.Of(side));
            if (!change.IsEmpty() || side.ProvisioningState == "Failed") steps.Add(make.Update(half, change));
            differences.AddRange(Differences(request, half, side, wanted));
        }

        return new ChangePlan { Request = request, Facts = facts, Steps = make.InOrder(steps), Differences = differences };
    }

    private static IEnumerable<string> Differences(PeeringRequest request, Half half, PeeringSide side, PeeringSettings wanted)
    {
        PeeringSettings present = wanted.Over(SettingsMath.Of(side));
        PeeringSettings others = wanted.Over(StepMaker.Defaults).Unlike(present);
        foreach (string line in others.Lines(present).Select(line => Say(PlanTexts.DifferenceMember, side, line))) yield return line;
        if (request.NameOf(half) is string name && !string.Equals(name, side.Name, StringComparison.OrdinalIgnoreCase))
            yield return Say(PlanTexts.DifferenceName, side, name);
        if (side.PeeringSyncLevel is not (null or "FullyInSync") && side.PeeringState == "Connected")
            yield return Say(PlanTexts.DifferenceSync, side, side.PeeringSyncLevel);
    }

    private static string Say(string text, PeeringSide side, string detail) =>
        Wording.Fill(text, side.VirtualNetworkName, side.Name, detail);
}
