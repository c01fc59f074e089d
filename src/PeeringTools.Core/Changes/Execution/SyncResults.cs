namespace PeeringTools.Changes;

/// <summary>Compares a pair before and after a sync.</summary>
internal static class SyncResults
{
    public static PeeringSyncResult Of(ChangeJournal journal, PeeringPair after)
    {
        ChangePlan plan = journal.Plan;
        PeeringSide? local = plan.Facts.Side(Half.Local);
        PeeringSide? remote = plan.Facts.Side(Half.Remote);
        return new PeeringSyncResult
        {
            PairId = plan.Request.PairId,
            LocalVirtualNetworkId = after.Local.VirtualNetworkId,
            RemoteVirtualNetworkId = after.Remote.VirtualNetworkId,
            LocalLevelBefore = local?.PeeringSyncLevel,
            LocalLevel = after.Local.PeeringSyncLevel,
            RemoteLevelBefore = remote?.PeeringSyncLevel,
            RemoteLevel = after.Remote.PeeringSyncLevel,
            LocalGained = Beyond(after.Local, local),
            LocalLost = Beyond(local, after.Local),
            RemoteGained = Beyond(after.Remote, remote),
            RemoteLost = Beyond(remote, after.Remote),
            Changed = journal.HasWritten,
            OtherOperatorCommand = plan.OtherOperatorCommand,
            AsOf = after.AsOf,
        };
    }

    private static string[] Beyond(PeeringSide? one, PeeringSide? other) =>
        [.. (one?.RemoteAddressSpace ?? []).Except(other?.RemoteAddressSpace ?? [], StringComparer.OrdinalIgnoreCase)];
}
