using PeeringTools.Pairs;

namespace PeeringTools.Topology;

/// <summary>Makes a link out of a pair, with its sides in order of their ids.</summary>
internal sealed class LinkMaker(DateTimeOffset now, IReadOnlyDictionary<string, PeeringHealthVerdict>? verdicts)
{
    public PeeringTopologyLink Make(PeeringPair pair)
    {
        bool isTurned = !IdOrder.IsInOrder(pair.Local.VirtualNetworkId, pair.Remote.VirtualNetworkId);
        (PeeringSide local, PeeringSide remote) = isTurned ? (pair.Remote, pair.Local) : (pair.Local, pair.Remote);
        return new PeeringTopologyLink
        {
            PairId = pair.PairId,
            LocalVirtualNetworkId = local.VirtualNetworkId,
            RemoteVirtualNetworkId = remote.VirtualNetworkId,
            Status = pair.Status,
            SyncLevel = pair.SyncLevel,
            MissingSide = isTurned ? Turn(pair.MissingSide) : pair.MissingSide,
            Verdict = verdicts is not null && verdicts.TryGetValue(pair.PairId, out PeeringHealthVerdict verdict) ? verdict : VerdictOf(pair),
            AllowVirtualNetworkAccess = Of(local, remote, side => side.AllowVirtualNetworkAccess),
            AllowForwardedTraffic = Of(local, remote, side => side.AllowForwardedTraffic),
            AllowGatewayTransit = Of(local, remote, side => side.AllowGatewayTransit),
            UseRemoteGateways = Of(local, remote, side => side.UseRemoteGateways),
            IsGlobal = pair.IsGlobal,
            IsCrossSubscription = pair.IsCrossSubscription,
            IsCrossTenant = pair.IsCrossTenant,
            ManagedBy = pair.ManagedBy,
            ExpiresOn = pair.ExpiresOn,
            IsExpiring = PairExpiry.TermOf(pair, now) is ExpiryTerm.Overdue or ExpiryTerm.Soon,
        };
    }

    /// <summary>The name under which a network is known, whatever the casing of its id.</summary>
    public static string KeyOf(PeeringSide side) => side.VirtualNetworkId.ToLowerInvariant();

    /// <summary>Which of two sides something holds for.</summary>
    public static PeeringDirection Of(bool local, bool remote) => (local, remote) switch
    {
        (true, true) => PeeringDirection.Both,
        (true, false) => PeeringDirection.Local,
        (false, true) => PeeringDirection.Remote,
        _ => PeeringDirection.None,
    };

    private static PeeringDirection Of(PeeringSide local, PeeringSide remote, Func<PeeringSide, bool> flag) =>
        Of(local.Exists && flag(local), remote.Exists && flag(remote));

    private static PeeringDirection Turn(PeeringDirection side) => side switch
    {
        PeeringDirection.Local => PeeringDirection.Remote,
        PeeringDirection.Remote => PeeringDirection.Local,
        _ => side,
    };

    private static PeeringHealthVerdict VerdictOf(PeeringPair pair) => pair.Status switch
    {
        PeeringPairStatus.Connected => pair.SyncLevel is null or "FullyInSync" ? PeeringHealthVerdict.Healthy : PeeringHealthVerdict.Broken,
        PeeringPairStatus.Unknown or PeeringPairStatus.RemoteNotVisible => PeeringHealthVerdict.Unknown,
        _ => PeeringHealthVerdict.Broken,
    };
}
