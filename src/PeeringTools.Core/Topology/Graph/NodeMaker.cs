namespace PeeringTools.Topology;

/// <summary>Collects what pairs and the estate say of each network.</summary>
/// <remarks>Of several words for one thing the first in order is taken, so that the order of the pairs decides nothing.</remarks>
internal sealed class NodeMaker
{
    private readonly Dictionary<string, PeeringTopologyNode> _nodes = new(StringComparer.Ordinal);

    public void Add(PeeringPair pair)
    {
        this.Add(pair.Local, pair.Remote, IsGone(pair, PeeringDirection.Local));
        this.Add(pair.Remote, pair.Local, IsGone(pair, PeeringDirection.Remote));
    }

    public void Add(VirtualNetwork network)
    {
        PeeringTopologyNode node = this.NodeOf(network.Id.Text);
        (node.Name, node.ResourceGroupName, node.SubscriptionId) = (network.Id.Name, network.Id.ResourceGroupName!, network.Id.SubscriptionId);
        if (network.Location.Length > 0) node.Location = network.Location;
        node.AddressSpace = [.. network.AddressPrefixes];
        node.DnsServers = [.. network.DnsServers];
        (node.IsVisible, node.IsGone) = (true, false);
    }

    /// <summary>The networks in order of their ids.</summary>
    public PeeringTopologyNode[] ToArray()
    {
        PeeringTopologyNode[] nodes = [.. _nodes.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)];
        foreach (PeeringTopologyNode node in nodes.Where(node => node.Name.Length == 0)) node.Name = node.VirtualNetworkId;
        return nodes;
    }

    private void Add(PeeringSide side, PeeringSide other, bool isGone)
    {
        bool isNew = !_nodes.ContainsKey(LinkMaker.KeyOf(side));
        PeeringTopologyNode node = this.NodeOf(side.VirtualNetworkId);
        node.Name = First(node.Name, side.VirtualNetworkName)!;
        node.ResourceGroupName = First(node.ResourceGroupName, side.ResourceGroupName)!;
        node.SubscriptionId = First(node.SubscriptionId, side.SubscriptionId)!;
        node.TenantId = First(node.TenantId, side.TenantId);
        node.Location = First(node.Location, side.Location);
        node.IsVisible = side.IsVisible || (!isNew && node.IsVisible);
        node.IsGone |= isGone;
        string[] space = side.VirtualNetworkAddressSpace.Length > 0 ? side.VirtualNetworkAddressSpace : other.RemoteVirtualNetworkAddressSpace;
        if (node.AddressSpace.Length == 0 || (space.Length > 0 && Compare(space, node.AddressSpace) < 0)) node.AddressSpace = space;
    }

    private PeeringTopologyNode NodeOf(string id)
    {
        string key = id.ToLowerInvariant();
        if (!_nodes.TryGetValue(key, out PeeringTopologyNode? node))
            _nodes.Add(key, node = new PeeringTopologyNode { VirtualNetworkId = id });
        if (string.CompareOrdinal(id, node.VirtualNetworkId) < 0) node.VirtualNetworkId = id;
        return node;
    }

    private static bool IsGone(PeeringPair pair, PeeringDirection side) => pair.Status == PeeringPairStatus.RemoteGone && pair.MissingSide == side;

    private static string? First(string? known, string? said) =>
        string.IsNullOrEmpty(said) ? known : string.IsNullOrEmpty(known) || string.CompareOrdinal(said, known) < 0 ? said : known;

    private static int Compare(string[] one, string[] other) => string.CompareOrdinal(string.Join(",", one), string.Join(",", other));
}
