namespace PeeringTools.Pairs;

/// <summary>Which network of a pair is Local.</summary>
internal static class Orientation
{
    /// <summary>The pair as seen from one of its networks, as a new object.</summary>
    /// <exception cref="PeeringException">InvalidInput: the network is neither of the pair's two.</exception>
    public static PeeringPair From(PeeringPair pair, ResourceId localVirtualNetworkId)
    {
        string id = localVirtualNetworkId.VirtualNetwork.Text;
        bool isLocal = Same(pair.Local.VirtualNetworkId, id);
        if (!isLocal && !Same(pair.Remote.VirtualNetworkId, id))
            throw PeeringException.Of(nameof(Errors.NotOfPair), id, id, pair.ToString());
        PeeringPair seen = Copy(pair);
        seen.Oriented = true;
        if (isLocal) return seen;
        (seen.Local, seen.Remote) = (pair.Remote, pair.Local);
        seen.MissingSide = Flip(pair.MissingSide);
        seen.SyncLevel = PairStatus.WorseSyncLevel(seen.Local.PeeringSyncLevel, seen.Remote.PeeringSyncLevel);
        return seen;
    }

    /// <summary>The pair a parameter that says Local or Remote may act on.</summary>
    /// <exception cref="PeeringException">NotOriented: the pair comes from a scan and nothing says which side is Local.</exception>
    public static PeeringPair Require(PeeringPair pair, ResourceId? localVirtualNetworkId)
    {
        if (localVirtualNetworkId is not null) return From(pair, localVirtualNetworkId);
        return pair.Oriented ? pair : throw PeeringException.Of(nameof(Errors.NotOriented), pair.Local.VirtualNetworkId, pair.ToString());
    }

    /// <summary>The same direction seen from the other end.</summary>
    public static PeeringDirection Flip(PeeringDirection direction) => direction switch
    {
        PeeringDirection.Local => PeeringDirection.Remote,
        PeeringDirection.Remote => PeeringDirection.Local,
        _ => direction,
    };

    /// <summary>
    /// Turns a direction of a couple into one that counts its sides in order of their ids, and such a one back: how a
    /// record says which sides it means whatever way the pair is looked at.
    /// </summary>
    public static PeeringDirection ById(PeeringDirection direction, ResourceId local, ResourceId remote) =>
        IdOrder.IsInOrder(local.VirtualNetwork.Text, remote.VirtualNetwork.Text) ? direction : Flip(direction);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same pair as an object of its own; the two sides are shared.</summary>
    public static PeeringPair Copy(PeeringPair pair) => new()
    {
        PairId = pair.PairId,
        Status = pair.Status,
        SyncLevel = pair.SyncLevel,
        MissingSide = pair.MissingSide,
        Local = pair.Local,
        Remote = pair.Remote,
        IsGlobal = pair.IsGlobal,
        IsCrossSubscription = pair.IsCrossSubscription,
        IsCrossTenant = pair.IsCrossTenant,
        ManagedBy = pair.ManagedBy,
        ManagedEvidence = pair.ManagedEvidence,
        ExpiresOn = pair.ExpiresOn,
        Owner = pair.Owner,
        Ticket = pair.Ticket,
        RecordState = pair.RecordState,
        Differences = pair.Differences,
        Changed = pair.Changed,
        Source = pair.Source,
        AsOf = pair.AsOf,
        Oriented = pair.Oriented,
    };
}
