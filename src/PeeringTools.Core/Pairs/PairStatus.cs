namespace PeeringTools.Pairs;

/// <summary>The state of a pair out of its two ends.</summary>
internal static class PairStatus
{
    private const string Connected = "Connected";
    private const string Initiated = "Initiated";
    private const string Disconnected = "Disconnected";
    private const string FullyInSync = "FullyInSync";

    private static readonly string[][] SyncOrder =
        [[FullyInSync], ["RemoteNotInSync", "LocalNotInSync"], ["LocalAndRemoteNotInSync"]];

    public static PeeringPairStatus Of(PairEnd local, PairEnd remote)
    {
        if (local.Side is not null && remote.Side is not null) return OfBoth(local.Side.PeeringState, remote.Side.PeeringState);
        (PeeringSide? side, PairEnd other) = local.Side is not null ? (local.Side, remote) : (remote.Side, local);
        if (side is null) return PeeringPairStatus.Unknown;
        return other.Visibility switch
        {
            RemoteVisibility.Gone => PeeringPairStatus.RemoteGone,
            RemoteVisibility.NotVisible => PeeringPairStatus.RemoteNotVisible,
            RemoteVisibility.Found when Is(side.PeeringState, Disconnected) => PeeringPairStatus.Disconnected,
            RemoteVisibility.Found when Is(side.PeeringState, Initiated) => PeeringPairStatus.Initiated,
            // Connected without a counterpart: the two networks were read at different moments, or one was not shown in full.
            _ => PeeringPairStatus.Unknown,
        };
    }

    /// <summary>The side that is known not to exist: its network was read, or is proven gone.</summary>
    public static PeeringDirection MissingSide(PairEnd local, PairEnd remote) => (IsMissing(local), IsMissing(remote)) switch
    {
        (true, true) => PeeringDirection.Both,
        (true, false) => PeeringDirection.Local,
        (false, true) => PeeringDirection.Remote,
        _ => PeeringDirection.None,
    };

    /// <summary>
    /// The worse of both sides' levels. Where both are equally bad the local one stands: RemoteNotInSync here and
    /// LocalNotInSync there are one fact seen from two ends. A level this module does not know counts as the worst.
    /// </summary>
    public static string? WorseSyncLevel(string? local, string? remote)
    {
        if (local is null || remote is null || local == remote) return local ?? remote;
        return Rank(remote) > Rank(local) ? remote : local;
    }

    /// <summary>True when prefixes in force differ from the present ones. An Initiated side always reads RemoteNotInSync, which is no drift.</summary>
    public static bool IsOutOfSync(PeeringSide side) =>
        side.Exists && Is(side.PeeringState, Connected) && side.PeeringSyncLevel is string level && !Is(level, FullyInSync);

    private static PeeringPairStatus OfBoth(string? a, string? b)
    {
        if (Is(a, Disconnected) || Is(b, Disconnected)) return PeeringPairStatus.Disconnected;
        if (Is(a, Connected) && Is(b, Connected)) return PeeringPairStatus.Connected;
        bool known = (Is(a, Initiated) || Is(a, Connected)) && (Is(b, Initiated) || Is(b, Connected));
        return known ? PeeringPairStatus.Initiated : PeeringPairStatus.Unknown;
    }

    private static bool IsMissing(PairEnd end) =>
        end.Side is null && end.Visibility is RemoteVisibility.Found or RemoteVisibility.Gone;

    private static int Rank(string level)
    {
        int rank = Array.FindIndex(SyncOrder, levels => levels.Any(known => Is(level, known)));
        return rank < 0 ? SyncOrder.Length : rank;
    }

    private static bool Is(string? state, string known) => string.Equals(state, known, StringComparison.OrdinalIgnoreCase);
}
