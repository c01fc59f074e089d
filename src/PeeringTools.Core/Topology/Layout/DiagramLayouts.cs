namespace PeeringTools.Topology;

/// <summary>Lays a topology out: what hangs together stands together, hubs above their networks, and networks without peers apart.</summary>
internal static class DiagramLayouts
{
    public static DiagramLayout Of(PeeringTopology topology, PeeringDiagramGrouping groupBy)
    {
        DiagramGroups groups = new(groupBy, topology.Nodes);
        ILookup<int, PeeringTopologyNode> nodes = topology.Nodes.ToLookup(node => node.Component);
        Dictionary<string, int> components = topology.Nodes.ToDictionary(node => node.VirtualNetworkId, node => node.Component, StringComparer.Ordinal);
        ILookup<int, PeeringTopologyLink> links = topology.Links.ToLookup(link => components[link.LocalVirtualNetworkId]);
        DiagramPiece whole = ShelfLayout.Of([.. topology.Components.Select(component => PieceOf(component, [.. nodes[component.Number]], [.. links[component.Number]], groups))]);
        if (nodes[0].Any())
        {
            IsolatedLayout.Of(groups.Of(nodes[0]), whole.Width).PutInto(whole, 0, whole.Height == 0 ? 0 : whole.Height + DiagramMetrics.PieceGap);
        }

        return new DiagramLayout
        {
            Width = whole.Width,
            Height = whole.Height,
            Boxes = whole.Boxes,
            Frames = whole.Frames,
            Lines = whole.Lines,
            Trunks = whole.Trunks,
        };
    }

    private static DiagramPiece PieceOf(
        PeeringTopologyComponent component, IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links, DiagramGroups groups) =>
        component.HubIds.Length > 0 ? HubLayout.Of(nodes, links, groups) : CircleLayout.Of(nodes, links);
}
