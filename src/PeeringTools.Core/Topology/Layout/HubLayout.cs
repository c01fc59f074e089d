using static PeeringTools.Topology.DiagramMetrics;

namespace PeeringTools.Topology;

/// <summary>
/// A component with hubs: the hubs in a row, each with its networks below it, and what runs between hubs above them. Every line goes
/// along lanes and touches no box but its own two.
/// </summary>
internal sealed class HubLayout
{
    private readonly IReadOnlyList<PeeringTopologyNode> _nodes;
    private readonly IReadOnlyList<PeeringTopologyLink> _links;
    private readonly Dictionary<string, HubBlock> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DiagramBox> _boxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HubBlock> _homes = new(StringComparer.Ordinal);
    private readonly DiagramPiece _piece = new();

    private HubLayout(IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links) => (_nodes, _links) = (nodes, links);

    public static DiagramPiece Of(IReadOnlyList<PeeringTopologyNode> nodes, IReadOnlyList<PeeringTopologyLink> links, DiagramGroups groups)
    {
        HubLayout layout = new(nodes, links);
        layout.MakeBlocks(groups);
        return layout.Run();
    }

    private void MakeBlocks(DiagramGroups groups)
    {
        Dictionary<string, string> homes = HomeHubs.Of(_nodes, _links);
        PeeringTopologyNode[] hubs = [.. _nodes.Where(node => node.Role == PeeringTopologyRole.Hub)];
        ILookup<string, PeeringTopologyNode> members = _nodes.Where(node => homes.ContainsKey(node.VirtualNetworkId)).ToLookup(node => homes[node.VirtualNetworkId], StringComparer.Ordinal);
        foreach (PeeringTopologyNode hub in hubs)
        {
            HubBlock block = new(hub, groups.Of(members[hub.VirtualNetworkId]), Aspect / hubs.Length);
            _blocks.Add(hub.VirtualNetworkId, block);
            foreach (PeeringTopologyNode member in members[hub.VirtualNetworkId]) _homes.Add(member.VirtualNetworkId, block);
        }
    }

    private DiagramPiece Run()
    {
        ILookup<int, PeeringTopologyLink> byHubs = _links.ToLookup(link => (this.IsHub(link.LocalVirtualNetworkId) ? 1 : 0) + (this.IsHub(link.RemoteVirtualNetworkId) ? 1 : 0));
        List<HubRun> runs = [.. byHubs[2].Select(link => new HubRun(_blocks[link.LocalVirtualNetworkId], _blocks[link.RemoteVirtualNetworkId], link))];
        runs.AddRange(byHubs[1].Select(this.ForeignRun).OfType<HubRun>());
        MemberRoutes members = new(byHubs[0], _homes);
        this.Place(runs);
        HubRoutes hubs = new(_piece, _blocks, _homes, _boxes);
        hubs.DrawRuns(runs);
        hubs.DrawMembers(byHubs[1], runs);
        members.Draw(_piece, _boxes, _blocks.Values.Max(block => block.Bottom));
        _piece.Height = _blocks.Values.Max(block => block.Bottom) + LaneRoom(members.BottomLanes);
        return _piece;
    }

    /// <summary>Gives a hub a trunk in the block of a network that has its home elsewhere; null where it has one already.</summary>
    private HubRun? ForeignRun(PeeringTopologyLink link)
    {
        (string hub, string member) = this.Sort(link);
        HubBlock home = _homes[member];
        if (home.TrunkOwners.Contains(hub)) return null;
        home.TrunkOwners.Add(hub);
        return new HubRun(_blocks[hub], home, null);
    }

    /// <summary>Along the row first, for the lanes above need to know it; then down to where the lanes end.</summary>
    private void Place(List<HubRun> runs)
    {
        int lanes = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            DiagramPiece trial = pass == 0 ? new DiagramPiece() : _piece;
            int x = 0;
            foreach (HubBlock block in _blocks.Values)
            {
                block.Place(x, lanes == 0 ? 0 : (lanes * HubLane) + Pitch, trial);
                x += block.Width + PieceGap;
            }

            _piece.Width = x - PieceGap;
            lanes = HubRuns.Arrange([.. _blocks.Values], runs);
        }

        foreach (PeeringTopologyNode node in _nodes)
        {
            if (!_homes.TryGetValue(node.VirtualNetworkId, out HubBlock? home)) continue;
            DiagramBox box = home.Box(node);
            _piece.Boxes.Add(box);
            _boxes.Add(node.VirtualNetworkId, box);
        }
    }

    private bool IsHub(string virtualNetworkId) => _blocks.ContainsKey(virtualNetworkId);

    private (string Hub, string Member) Sort(PeeringTopologyLink link) => this.IsHub(link.LocalVirtualNetworkId)
        ? (link.LocalVirtualNetworkId, link.RemoteVirtualNetworkId)
        : (link.RemoteVirtualNetworkId, link.LocalVirtualNetworkId);
}
