namespace PeeringTools.Topology;

/// <summary>Finds the hub under which each network of a component stands.</summary>
internal static class HomeHubs
{
    /// <summary>The first of a network's own hubs; for one that has none, the home of whoever leads to it.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links)
    {
        Dictionary<string, string> homes = new(StringComparer.Ordinal);
        HashSet<string> hubs = new(StringComparer.Ordinal);
        ILookup<string, string> peers = links
            .SelectMany(link => new[] { (link.LocalVirtualNetworkId, link.RemoteVirtualNetworkId), (link.RemoteVirtualNetworkId, link.LocalVirtualNetworkId) })
            .ToLookup(end => end.Item1, end => end.Item2, StringComparer.Ordinal);
        Queue<string> open = [];
        foreach (PeeringTopologyNode node in nodes)
        {
            if (node.Role == PeeringTopologyRole.Hub)
            {
                hubs.Add(node.VirtualNetworkId);
            }
            else if (node.HubIds.Length > 0)
            {
                homes.Add(node.VirtualNetworkId, node.HubIds[0]);
                open.Enqueue(node.VirtualNetworkId);
            }
        }

        while (open.Count > 0)
        {
            string leader = open.Dequeue();
            foreach (string peer in peers[leader])
            {
                if (hubs.Contains(peer) || homes.ContainsKey(peer)) continue;
                homes.Add(peer, homes[leader]);
                open.Enqueue(peer);
            }
        }

        return homes;
    }
}
