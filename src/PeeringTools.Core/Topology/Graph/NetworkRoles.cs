namespace PeeringTools.Topology;

/// <summary>Says what each network is among its peers.</summary>
internal static class NetworkRoles
{
    /// <summary>The fewest dependants that make a star; with two of them a network is a bridge.</summary>
    private const int FewestOfAStar = 3;

    /// <param name="graph">Who is peered with whom.</param>
    /// <param name="sharesGateway">Networks whose gateway a peer uses.</param>
    public static PeeringTopologyRole[] Of(NetworkGraph graph, ISet<int> sharesGateway)
    {
        bool[] hubs = new bool[graph.Count];
        for (int i = 0; i < hubs.Length; i++) hubs[i] = sharesGateway.Contains(i) || IsStar(graph, i);
        bool[] cuts = CutVertices.Of(graph);
        PeeringTopologyRole[] roles = new PeeringTopologyRole[graph.Count];
        for (int i = 0; i < roles.Length; i++)
        {
            roles[i] = graph.PeersOf(i).Count == 0 ? PeeringTopologyRole.Isolated
                : hubs[i] ? PeeringTopologyRole.Hub
                : cuts[i] ? PeeringTopologyRole.Bridge
                : graph.PeersOf(i).Any(peer => hubs[peer]) ? PeeringTopologyRole.Spoke
                : PeeringTopologyRole.MeshMember;
        }

        return roles;
    }

    private static bool IsStar(NetworkGraph graph, int network)
    {
        IReadOnlyList<int> peers = graph.PeersOf(network);
        int[] dependants = [.. peers.Where(peer => graph.PeersOf(peer).Count < peers.Count)];
        if (dependants.Length < FewestOfAStar) return false;
        long couples = (long)dependants.Length * (dependants.Length - 1) / 2;
        return 2 * graph.CouplesWithin(dependants) < couples;
    }
}
