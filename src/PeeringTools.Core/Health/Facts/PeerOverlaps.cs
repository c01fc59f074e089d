namespace PeeringTools.Health;

/// <summary>Peers of one network whose prefixes overlap each other, found in one sweep over all of them.</summary>
internal sealed class PeerOverlaps
{
    private readonly Dictionary<string, List<PeerOverlap>> _byPeer = new(StringComparer.OrdinalIgnoreCase);

    public PeerOverlaps(VirtualNetwork host)
    {
        // Prefixes either nest or are apart: in order, whatever contains one stands before it and is still open.
        List<(AddressPrefix Prefix, string Peer)> open = [];
        foreach ((AddressPrefix Prefix, string Peer) entry in EntriesOf(host).OrderBy(entry => entry.Prefix))
        {
            while (open.Count > 0 && !open[open.Count - 1].Prefix.Contains(entry.Prefix)) open.RemoveAt(open.Count - 1);
            foreach ((AddressPrefix Prefix, string Peer) around in open.Where(o => !Same(o.Peer, entry.Peer)))
            {
                this.Add(entry.Peer, new PeerOverlap(entry.Prefix, around.Peer, around.Prefix));
                this.Add(around.Peer, new PeerOverlap(around.Prefix, entry.Peer, entry.Prefix));
            }

            open.Add(entry);
        }
    }

    /// <summary>Where a peer's prefixes overlap those of another peer of the same network.</summary>
    public IReadOnlyList<PeerOverlap> Of(string peerId) => _byPeer.TryGetValue(peerId, out List<PeerOverlap>? found) ? found : [];

    /// <summary>What each side has in force and what it will have after a sync; a leftover that is Disconnected still counts for Azure.</summary>
    private static IEnumerable<(AddressPrefix Prefix, string Peer)> EntriesOf(VirtualNetwork host) => host.Peerings
        .SelectMany(side => Prefixes.Read(side.RemoteAddressSpace.Union(side.RemoteVirtualNetworkAddressSpace))
            .Select(prefix => (prefix, side.RemoteVirtualNetworkId)));

    private void Add(string peer, PeerOverlap overlap)
    {
        if (!_byPeer.TryGetValue(peer, out List<PeerOverlap>? found)) _byPeer.Add(peer, found = []);
        found.Add(overlap);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A peer's prefix, and the third network's that shares addresses with it.</summary>
internal sealed record PeerOverlap(AddressPrefix Own, string ThirdId, AddressPrefix Third);
