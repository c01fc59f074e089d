using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Reads again until the pair is what the plan promised. Azure's answer to a write is a promise, not a proof.</summary>
internal sealed class Verification(NetworkAccess access, ChangePlan plan, ResultReader reader)
{
    private const int Reads = 6;

    /// <returns>The pair as last read, and what is wrong with it; null where nothing is.</returns>
    public async Task<(PeeringPair Pair, PeeringError? Problem)> RunAsync(Budget budget, CancellationToken cancellationToken)
    {
        for (int read = 1; ; read++)
        {
            PeeringPair pair = await reader.ReadAsync(budget, cancellationToken);
            PeeringError? problem = this.Judge(pair);
            TimeSpan pause = TimeSpan.FromSeconds(Math.Pow(2, read - 1));
            if (problem is null || read == Reads || pause >= budget.Left) return (pair, problem);
            access.Reporter.Verbose(Wording.Fill(PlanTexts.SayNotYet, pair, pause.TotalSeconds));
            await access.Clock.DelayAsync(pause, cancellationToken);
        }
    }

    /// <summary>Everything was written, and how the pair reads now could not be learned.</summary>
    public static PeeringError Unread(ChangePlan plan, PeeringError cause)
    {
        (NetworkView local, NetworkView remote) = (plan.Facts.Local, plan.Facts.Remote);
        return PeeringError.Of(
            nameof(Errors.VerificationFailed), local.Id.Text, local.Name, remote.Name, Wording.Fill(PlanTexts.VerifyUnread, cause.Message)) with
        {
            AzureCode = cause.AzureCode,
            HttpStatus = cause.HttpStatus,
            RequestId = cause.RequestId,
        };
    }

    private PeeringError? Judge(PeeringPair pair) => plan.Request.Kind switch
    {
        ChangeKind.New or ChangeKind.Repair when plan.Steps.Any(step => !step.IsTag) => this.JudgeConnected(pair),
        ChangeKind.Sync when plan.Remainder.Count > 0 || plan.Request.Scope == SideScope.Local => JudgeCaughtUp(pair),
        ChangeKind.Sync => JudgeSynced(pair.Local) ?? JudgeSynced(pair.Remote),
        _ => null,
    };

    /// <summary>With one operator both sides stand and agree; with two, ours at least waits for the other.</summary>
    private PeeringError? JudgeConnected(PeeringPair pair)
    {
        bool isHalfEnough = plan.Request.Scope == SideScope.Local && !pair.Remote.Exists;
        bool isGood = isHalfEnough
            ? pair.Local.PeeringState is "Initiated" or "Connected"
            : new[] { pair.Local, pair.Remote }.All(side => side is { PeeringState: "Connected", PeeringSyncLevel: null or "FullyInSync" });
        // An existing side that was behind before this call is Sync's to mend, and listed in Differences.
        bool wasBehind = !plan.Creates(Half.Local) && !plan.Creates(Half.Remote) && plan.Request.Kind == ChangeKind.New;
        if (isGood || wasBehind) return null;
        string words = $"{Words(pair.Local)}, {Words(pair.Remote)}";
        return PeeringError.Of(
            nameof(Errors.VerificationFailed), pair.Local.Id ?? pair.Remote.Id, pair.Local.VirtualNetworkName, pair.Remote.VirtualNetworkName, words);
    }

    /// <summary>Where the other half is not ours to sync, ours is only judged by what it knows of the other.</summary>
    private PeeringError? JudgeCaughtUp(PeeringPair pair) => new[] { (Half.Local, pair.Local), (Half.Remote, pair.Remote) }
        .Where(side => plan.Writes(side.Item1) && side.Item2.PeeringSyncLevel is "LocalNotInSync" or "LocalAndRemoteNotInSync")
        .Select(side => JudgeSynced(side.Item2)).FirstOrDefault();

    private static PeeringError? JudgeSynced(PeeringSide side) => side.PeeringSyncLevel is null or "FullyInSync"
        ? null
        : PeeringError.Of(nameof(Errors.SyncIncomplete), side.Id, side.ToString(), side.PeeringSyncLevel);

    private static string Words(PeeringSide side) =>
        side.Exists ? $"{side.VirtualNetworkName} {side.PeeringState}/{side.PeeringSyncLevel}" : side.ToString();
}
