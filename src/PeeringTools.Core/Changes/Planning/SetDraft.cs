using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>Changes what was asked for, and only that, on the sides that exist. Parking is a change of one flag that can be found again.</summary>
internal sealed class SetDraft : IDraft
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate)
    {
        ChangePlan plan = new() { Request = request, Facts = facts };
        Half[] readable = [.. Halves.Where(half => request.Covers(half) && facts[half].Visibility == RemoteVisibility.Found)];
        Half[] present = [.. readable.Where(half => facts.Side(half) is not null)];
        if (readable.Length > 0 && present.Length == 0) return plan with { Problems = [PairProblems.NotFound(request)] };
        if (!TryFlags(request, facts, out PairFlags flags)) return plan with { Problems = [PairProblems.NotParked(request)] };
        if (readable.Length > present.Length && Halves.Any(half => !flags.For(half).IsEmpty()))
            return plan with { Problems = [PairProblems.SideMissing(facts[readable.Except(present).First()], facts)] };

        StepMaker make = new(request, facts, estate);
        List<ChangeStep> steps = [];
        foreach (Half half in present)
        {
            PeeringSettings change = flags.For(half).Unlike(SettingsMath.Of(facts.Side(half)!));
            if (!change.IsEmpty()) steps.Add(make.Update(half, change));
        }

        return plan with { Steps = make.InOrder(steps), Warnings = request.Parking == Parking.Park ? [PlanTexts.WarnParking] : [] };
    }

    /// <returns>False where a pair is to come back and nothing says how it was.</returns>
    private static bool TryFlags(PeeringRequest request, PairView facts, out PairFlags flags)
    {
        flags = request.Flags;
        if (request.Parking == Parking.Park) flags = flags with { AllowVirtualNetworkAccess = PeeringDirection.None };
        if (request.Parking != Parking.Restore || flags.AllowVirtualNetworkAccess is not null) return true;
        if (facts.Record().Record?.Parked is not PeeringDirection parked) return false;
        flags = flags with { AllowVirtualNetworkAccess = ParkedSides.Turn(facts, parked) };
        return true;
    }
}
