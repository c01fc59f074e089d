namespace PeeringTools.Pairs;

/// <summary>The outcome of reading one network: the network itself, or why there is none.</summary>
internal sealed class RemoteReading(ResourceId id, RemoteVisibility visibility, VirtualNetwork? network, PeeringError? problem)
{
    private readonly Lazy<NetworkFacts?> _facts = new(() => network is null ? null : NetworkFacts.Of(network));

    /// <summary>A hub may be asked for its side to each of 500 spokes.</summary>
    private readonly Lazy<Dictionary<ResourceId, PeeringSide>> _sides = new(() => SidesOf(network));

    public ResourceId Id => id;

    public RemoteVisibility Visibility => visibility;

    public VirtualNetwork? Network => network;

    public PeeringError? Problem => problem;

    public static RemoteReading Found(ResourceId id, VirtualNetwork network) => new(id, RemoteVisibility.Found, network, null);

    /// <summary>The end of a pair that lies in this network, with its side to the other network where it has one.</summary>
    public PairEnd ToEnd(ResourceId other)
    {
        if (_facts.Value is null) return PairEnd.Unread(Id.Text, Visibility);
        return PairEnd.Of(_facts.Value, _sides.Value.TryGetValue(other, out PeeringSide? side) ? side : null);
    }

    private static Dictionary<ResourceId, PeeringSide> SidesOf(VirtualNetwork? network)
    {
        Dictionary<ResourceId, PeeringSide> sides = [];
        foreach (PeeringSide side in network?.Peerings ?? [])
        {
            if (ResourceId.TryParse(side.RemoteVirtualNetworkId, out ResourceId? remote, out _)) sides[remote.VirtualNetwork] = side;
        }

        return sides;
    }
}
