namespace PeeringTools.Topology;

/// <summary>Numbers what hangs together: the largest first, of equals the one with the first id.</summary>
internal static class TopologyComponents
{
    public static PeeringTopologyComponent[] Number(PeeringTopologyNode[] nodes, (int Local, int Remote)[] ends, NetworkGraph graph)
    {
        int[] parts = graph.Parts((_, _) => true);
        Dictionary<int, int> links = ends.GroupBy(end => parts[end.Local]).ToDictionary(part => part.Key, part => part.Count());
        List<PeeringTopologyComponent> components = [];
        foreach (IGrouping<int, int> part in Enumerable.Range(0, nodes.Length)
            .Where(i => graph.PeersOf(i).Count > 0)
            .GroupBy(i => parts[i])
            .OrderByDescending(part => part.Count())
            .ThenBy(part => part.First()))
        {
            PeeringTopologyNode[] members = [.. part.Select(i => nodes[i])];
            PeeringTopologyComponent component = new()
            {
                Number = components.Count + 1,
                Networks = members.Length,
                Links = links[part.Key],
                HubIds = [.. members.Where(node => node.Role == PeeringTopologyRole.Hub).Select(node => node.VirtualNetworkId)],
                VirtualNetworkIds = [.. members.Select(node => node.VirtualNetworkId)],
            };
            foreach (PeeringTopologyNode node in members) node.Component = component.Number;
            components.Add(component);
        }

        return [.. components];
    }
}
