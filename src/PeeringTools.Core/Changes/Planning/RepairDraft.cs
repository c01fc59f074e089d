using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// Brings a broken pair back with the fewest writes Azure accepts: a Disconnected side is written again, which makes it
/// Initiated, and then its counterpart can be created. A survivor that uses the remote gateway lets go of it meanwhile.
/// </summary>
/// <remarks>Azure: RemotePeeringIsDisconnected; a deletion is planned only where two such sides block each other, or on request.</remarks>
internal sealed class RepairDraft : IDraft
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate)
    {
        ChangePlan plan = new() { Request = request, Facts = facts };
        if (Halves.All(half => facts.Side(half) is null))
            return Halves.Any(half => facts[half].Visibility == RemoteVisibility.Found) ? plan with { Problems = [PairProblems.NotFound(request)] } : plan;
        PeeringError[] others = [.. Halves.Select(half => Recreated(request, facts[half])).OfType<PeeringError>()];
        if (others.Length > 0) return plan with { Problems = others };

        StepMaker make = new(request, facts, estate);
        return Halves.All(half => facts.Side(half) is not null)
            ? plan with { Steps = Both(request, facts, make) }
            : One(plan, facts.Side(Half.Local) is null ? Half.Remote : Half.Local, make);
    }

    /// <summary>Both sides exist: whatever does not stand is written again.</summary>
    private static ChangeStep[] Both(PeeringRequest request, PairView facts, StepMaker make)
    {
        bool isDeadlock = Halves.All(half => facts.Side(half)!.PeeringState == "Disconnected") && request.Scope == SideScope.Both;
        if (isDeadlock)
        {
            PeeringSettings remote = SettingsMath.ToCreate(facts.Side(Half.Remote)!);
            return [make.Delete(Half.Remote), .. Around(facts, Half.Local, make, [make.CreateAgain(Half.Remote, remote)], false)];
        }

        return
        [
            .. Halves.Where(half => request.Covers(half) && !Stands(facts.Side(half)!))
                .SelectMany(half => Around(facts, half, make, [], request.Recreate)),
        ];
    }

    private static bool Stands(PeeringSide side) => side is { PeeringState: "Connected", ProvisioningState: not "Failed" };

    /// <summary>One side exists: it is woken up where it must be, and the other is created.</summary>
    private static ChangePlan One(ChangePlan plan, Half survivor, StepMaker make)
    {
        (PeeringRequest request, PairView facts, Half lost) = (plan.Request, plan.Facts, survivor.Other());
        PeeringSide side = facts.Side(survivor)!;
        bool isAsleep = side.PeeringState == "Disconnected";
        if (isAsleep && !request.Covers(survivor)) return plan with { Problems = [PairProblems.Disconnected(side)] };
        ChangeStep[] create = [];
        if (request.Covers(lost) && facts[lost].Visibility == RemoteVisibility.Found)
        {
            PeeringSettings settings = LostSide.Settings(request, facts, lost, out string[] unknown);
            if (unknown.Length > 0) return plan with { Problems = [LostSide.Unknown(facts[lost], unknown)] };
            string? name = request.NameOf(lost) ?? request.Baseline?.SideUnder(facts[lost].Id)?.Name;
            create = [make.Create(lost, settings, name)];
        }

        return plan with { Steps = isAsleep ? Around(facts, survivor, make, create, request.Recreate) : create };
    }

    /// <summary>Wakes a side up, does what must follow, and gives back the use of the remote gateway at the end.</summary>
    private static ChangeStep[] Around(PairView facts, Half half, StepMaker make, ChangeStep[] between, bool recreate)
    {
        PeeringSide side = facts.Side(half)!;
        PeeringSettings all = SettingsMath.ToCreate(side);
        PeeringSettings meanwhile = side.UseRemoteGateways ? new PeeringSettings { UseRemoteGateways = false } : new PeeringSettings();
        ChangeStep[] wake = recreate
            ? [make.Delete(half), make.CreateAgain(half, meanwhile.Over(all))]
            : [make.Update(half, meanwhile)];
        if (!side.UseRemoteGateways) return [.. wake, .. between];
        SideState woken = SideState.Of(side).After(meanwhile);
        return [.. wake, .. between, make.Update(half, new PeeringSettings { UseRemoteGateways = true }, woken)];
    }

    private static PeeringError? Recreated(PeeringRequest request, NetworkView view) =>
        view.Network?.ResourceGuid is string now
        && request.Baseline?.NetworkGuids.TryGetValue(view.Id, out string? then) == true
        && !string.Equals(now, then, StringComparison.OrdinalIgnoreCase)
            ? PeeringError.Of(nameof(Errors.NetworkRecreated), view.Id.Text, view.Name, then, now)
            : null;
}
