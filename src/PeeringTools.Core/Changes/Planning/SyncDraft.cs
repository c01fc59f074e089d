using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// Syncs the sides that are behind. Asked of the other side, Azure answers success and changes nothing, so a half that
/// only waits for its peer is left to the peer's write, and where that is not ours, to the peer's operator.
/// </summary>
internal sealed class SyncDraft : IDraft
{
    private static readonly Half[] Halves = [Half.Local, Half.Remote];

    public ChangePlan Draft(PeeringRequest request, PairView facts, RunEstate estate)
    {
        ChangePlan plan = new() { Request = request, Facts = facts };
        if (Halves.All(half => facts.Side(half) is null))
            return Halves.Any(half => facts[half].Visibility == RemoteVisibility.Found) ? plan with { Problems = [PairProblems.NotFound(request)] } : plan;
        // A network that is gone is every command's problem, and NetworksCheck tells it.
        if (Halves.Any(half => facts[half].Visibility == RemoteVisibility.Gone)) return plan;
        if (Unfit(facts) is PeeringError unfit) return plan with { Problems = [unfit] };

        StepMaker make = new(request, facts, estate);
        Half[] behind = [.. Halves.Where(half => IsBehind(facts, half))];
        return plan with
        {
            Steps = [.. behind.Where(half => MayWrite(request, facts, half)).Select(make.Sync)],
            Remainder = [.. behind.Where(half => request.Scope == SideScope.Both && !MayWrite(request, facts, half)).Select(half => NeedsOther(request, facts, half))],
        };
    }

    private static bool MayWrite(PeeringRequest request, PairView facts, Half half) =>
        request.Covers(half) && facts.Side(half) is not null && facts[half].Rights.Allows(PermissionNeeds.PeeringWrite) != false;

    /// <summary>A side that cannot be read is known to be behind by what our own says.</summary>
    private static bool IsBehind(PairView facts, Half half) => facts.Side(half) is PeeringSide side
        ? side.PeeringSyncLevel is "LocalNotInSync" or "LocalAndRemoteNotInSync"
        : facts.Side(half.Other())?.PeeringSyncLevel is "RemoteNotInSync" or "LocalAndRemoteNotInSync";

    /// <summary>Only a connected pair has something to sync.</summary>
    private static PeeringError? Unfit(PairView facts)
    {
        PeeringSide? lost = Halves.Select(facts.Side).FirstOrDefault(side => side?.PeeringState == "Disconnected");
        if (lost is not null) return PairProblems.Disconnected(lost);
        return Halves.Where(half => facts[half].Visibility == RemoteVisibility.Found && facts.Side(half) is null)
            .Select(half => PairProblems.SideMissing(facts[half], facts)).FirstOrDefault();
    }

    private static PeeringError NeedsOther(PeeringRequest request, PairView facts, Half half)
    {
        PeeringRequest mirrored = half == Half.Remote ? request : request with { LocalId = request.RemoteId, RemoteId = request.LocalId };
        string side = facts.Side(half)?.ToString() ?? facts[half].Name;
        return PeeringError.Of(
            nameof(Errors.SyncNeedsOtherSide), facts.Side(half)?.Id ?? facts[half].Id.Text, side, CommandText.ForOtherOperator(mirrored));
    }
}
