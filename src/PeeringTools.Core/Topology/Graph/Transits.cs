namespace PeeringTools.Topology;

/// <summary>Counts, for each network, the couples of its peers that are not peered themselves.</summary>
/// <remarks>Counted and not listed: a hub of 500 has 124,750 of them.</remarks>
internal static class Transits
{
    public static PeeringTransit[] Find(
        PeeringTopologyNode[] nodes, PeeringTopologyLink[] links, (int Local, int Remote)[] ends, NetworkGraph graph)
    {
        List<int>[] open = OpenPeers(nodes.Length, links, ends);
        return [.. Enumerable.Range(0, nodes.Length)
            .Select(via => (Via: via, Couples: Couples(graph, graph.PeersOf(via))))
            .Where(found => found.Couples > 0)
            .OrderByDescending(found => found.Couples)
            .ThenBy(found => found.Via)
            .Select(found => new PeeringTransit
            {
                ViaVirtualNetworkId = nodes[found.Via].VirtualNetworkId,
                ViaVirtualNetworkName = nodes[found.Via].Name,
                Couples = found.Couples,
                Open = Couples(graph, open[found.Via]),
                Forwarders = [.. nodes[found.Via].Firewalls, .. nodes[found.Via].Appliances],
                Example = Example(nodes, graph, found.Via),
            })];
    }

    /// <summary>For each network the peers that would take what something in it forwards.</summary>
    private static List<int>[] OpenPeers(int count, PeeringTopologyLink[] links, (int Local, int Remote)[] ends)
    {
        List<int>[] open = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        for (int i = 0; i < links.Length; i++)
        {
            if (links[i].Status != PeeringPairStatus.Connected) continue;
            if (links[i].AllowForwardedTraffic is PeeringDirection.Local or PeeringDirection.Both) open[ends[i].Remote].Add(ends[i].Local);
            if (links[i].AllowForwardedTraffic is PeeringDirection.Remote or PeeringDirection.Both) open[ends[i].Local].Add(ends[i].Remote);
        }

        return open;
    }

    private static long Couples(NetworkGraph graph, IReadOnlyList<int> peers) =>
        ((long)peers.Count * (peers.Count - 1) / 2) - (peers.Count < 2 ? 0 : graph.CouplesWithin(peers));

    private static string Example(PeeringTopologyNode[] nodes, NetworkGraph graph, int via)
    {
        IReadOnlyList<int> peers = graph.PeersOf(via);
        foreach (int one in peers)
            foreach (int other in peers)
                if (one < other && !graph.ArePeered(one, other)) return $"{nodes[one].Name} - {nodes[other].Name}";
        return "";
    }
}
