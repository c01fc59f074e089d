namespace PeeringTools.Topology;

/// <summary>Finds networks of one hub that are peered directly as well.</summary>
internal static class UnwantedMeshes
{
    public static PeeringUnwantedMesh[] Find(
        PeeringTopologyNode[] nodes, PeeringTopologyLink[] links, (int Local, int Remote)[] ends, NetworkGraph graph)
    {
        HashSet<(int, int)> direct = [];
        for (int i = 0; i < links.Length; i++)
        {
            links[i].BypassesHub = HubsBetween(nodes, ends[i]).Any();
            if (!links[i].BypassesHub) continue;
            direct.Add(ends[i]);
            direct.Add((ends[i].Remote, ends[i].Local));
        }

        int[] parts = graph.Parts((one, other) => direct.Contains((one, other)));
        return [.. Enumerable.Range(0, links.Length)
            .Where(i => links[i].BypassesHub)
            .GroupBy(i => parts[ends[i].Local])
            .OrderBy(mesh => mesh.Key)
            .Select(mesh => Describe(nodes, links, ends, [.. mesh]))];
    }

    private static PeeringUnwantedMesh Describe(
        PeeringTopologyNode[] nodes, PeeringTopologyLink[] links, (int Local, int Remote)[] ends, int[] mesh)
    {
        PeeringTopologyNode[] members = [.. mesh.SelectMany(i => new[] { ends[i].Local, ends[i].Remote }).Distinct().OrderBy(i => i).Select(i => nodes[i])];
        return new PeeringUnwantedMesh
        {
            HubIds = [.. mesh.SelectMany(i => HubsBetween(nodes, ends[i])).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal)],
            VirtualNetworkIds = [.. members.Select(node => node.VirtualNetworkId)],
            PairIds = [.. mesh.Select(i => links[i].PairId)],
            Names = [.. members.Select(node => node.Name)],
        };
    }

    private static IEnumerable<string> HubsBetween(PeeringTopologyNode[] nodes, (int Local, int Remote) ends) =>
        nodes[ends.Local].Role == PeeringTopologyRole.Hub || nodes[ends.Remote].Role == PeeringTopologyRole.Hub
            ? []
            : nodes[ends.Local].HubIds.Intersect(nodes[ends.Remote].HubIds, StringComparer.Ordinal);
}
