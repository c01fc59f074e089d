namespace PeeringTools.Topology;

/// <summary>Nodes and links on their way to a topology: what follows from who is peered with whom is filled in here.</summary>
internal sealed class TopologyDraft
{
    private readonly PeeringTopologyNode[] _nodes;
    private readonly (int Local, int Remote)[] _ends;
    private readonly NetworkGraph _graph;

    /// <param name="nodes">In order of their ids.</param>
    /// <param name="links">Each couple once, both ends among the nodes.</param>
    public TopologyDraft(PeeringTopologyNode[] nodes, PeeringTopologyLink[] links)
    {
        _nodes = nodes;
        Links = links;
        Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < nodes.Length; i++) numbers.Add(nodes[i].VirtualNetworkId, i);
        _ends = [.. links.Select(link => (numbers[link.LocalVirtualNetworkId], numbers[link.RemoteVirtualNetworkId]))];
        _graph = new NetworkGraph(nodes.Length, _ends);
        NodesByKey = nodes.ToDictionary(node => node.VirtualNetworkId.ToLowerInvariant(), StringComparer.Ordinal);
    }

    public PeeringTopologyLink[] Links { get; }

    public IReadOnlyDictionary<string, PeeringTopologyNode> NodesByKey { get; }

    public PeeringTopology Finish()
    {
        this.NameEnds();
        HashSet<(int User, int Owner)> gatewayUses = this.GatewayUses();
        PeeringTopologyRole[] roles = NetworkRoles.Of(_graph, new HashSet<int>(gatewayUses.Select(use => use.Owner)));
        for (int i = 0; i < _nodes.Length; i++) (_nodes[i].Role, _nodes[i].Peers) = (roles[i], _graph.PeersOf(i).Count);
        this.FindHubs(gatewayUses);
        return new PeeringTopology
        {
            Nodes = _nodes,
            Links = Links,
            Components = TopologyComponents.Number(_nodes, _ends, _graph),
            UnwantedMeshes = UnwantedMeshes.Find(_nodes, Links, _ends, _graph),
            Transits = Transits.Find(_nodes, Links, _ends, _graph),
        };
    }

    /// <summary>A link calls its networks as the nodes do, whatever the casing on its own pair.</summary>
    private void NameEnds()
    {
        for (int i = 0; i < Links.Length; i++)
        {
            (PeeringTopologyNode local, PeeringTopologyNode remote) = (_nodes[_ends[i].Local], _nodes[_ends[i].Remote]);
            (Links[i].LocalVirtualNetworkId, Links[i].LocalVirtualNetworkName) = (local.VirtualNetworkId, local.Name);
            (Links[i].RemoteVirtualNetworkId, Links[i].RemoteVirtualNetworkName) = (remote.VirtualNetworkId, remote.Name);
        }
    }

    /// <summary>Who uses whose gateway.</summary>
    private HashSet<(int User, int Owner)> GatewayUses()
    {
        HashSet<(int, int)> uses = [];
        for (int i = 0; i < Links.Length; i++)
        {
            if (Shares(Links[i], PeeringDirection.Local)) uses.Add((_ends[i].Remote, _ends[i].Local));
            if (Shares(Links[i], PeeringDirection.Remote)) uses.Add((_ends[i].Local, _ends[i].Remote));
        }

        return uses;
    }

    private void FindHubs(HashSet<(int User, int Owner)> gatewayUses)
    {
        for (int i = 0; i < _nodes.Length; i++)
        {
            _nodes[i].HubIds = [.. _graph.PeersOf(i)
                .Where(peer => _nodes[peer].Role == PeeringTopologyRole.Hub)
                .OrderByDescending(hub => gatewayUses.Contains((i, hub)))
                .ThenByDescending(hub => _nodes[hub].Peers)
                .ThenBy(hub => hub)
                .Select(hub => _nodes[hub].VirtualNetworkId)];
        }
    }

    /// <summary>True where the given side's gateway is shared and the other side uses it.</summary>
    private static bool Shares(PeeringTopologyLink link, PeeringDirection side)
    {
        PeeringDirection other = side == PeeringDirection.Local ? PeeringDirection.Remote : PeeringDirection.Local;
        return Has(link.AllowGatewayTransit, side) && Has(link.UseRemoteGateways, other);
    }

    private static bool Has(PeeringDirection flag, PeeringDirection side) => flag == side || flag == PeeringDirection.Both;
}
