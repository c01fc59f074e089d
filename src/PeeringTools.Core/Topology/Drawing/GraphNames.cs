using System.Globalization;

namespace PeeringTools.Topology;

/// <summary>Short names for networks where a language wants some: n1, n2 ... in order of their ids.</summary>
internal sealed class GraphNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hubs = new(StringComparer.Ordinal);

    public GraphNames(PeeringTopology topology)
    {
        foreach (PeeringTopologyNode node in topology.Nodes)
        {
            _numbers.Add(node.VirtualNetworkId, _numbers.Count + 1);
            if (node.Role == PeeringTopologyRole.Hub) _hubs.Add(node.VirtualNetworkId);
        }
    }

    public string Of(PeeringTopologyNode node) => this.Of(node.VirtualNetworkId);

    public string Of(string virtualNetworkId) => "n" + _numbers[virtualNetworkId].ToString(CultureInfo.InvariantCulture);

    /// <summary>False where only the remote network is a hub: lines run from hubs to spokes.</summary>
    public bool StartsLocal(PeeringTopologyLink link) => _hubs.Contains(link.LocalVirtualNetworkId) || !_hubs.Contains(link.RemoteVirtualNetworkId);

    public (string From, string To) Ends(PeeringTopologyLink link, bool startsLocal)
    {
        (string local, string remote) = (this.Of(link.LocalVirtualNetworkId), this.Of(link.RemoteVirtualNetworkId));
        return startsLocal ? (local, remote) : (remote, local);
    }
}
