using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The connected peerings of every network.</summary>
internal sealed class Links
{
    private const string Connected = "Connected";
    private readonly Dictionary<ResourceId, Link[]> _links = [];

    public Links(Estate estate)
    {
        foreach (VirtualNetwork network in estate.Networks.Values)
        {
            _links[network.Id] = [.. network.Peerings.Where(IsConnected).Select(side => LinkOf(estate, network, side))];
        }
    }

    public IReadOnlyList<Link> Of(ResourceId network) => _links.TryGetValue(network, out Link[]? links) ? links : [];

    public Link? Between(ResourceId network, ResourceId remote) => this.Of(network).FirstOrDefault(link => link.RemoteId.Equals(remote));

    /// <summary>Traffic flows only where Azure calls the peering connected; a half that waits or was left behind has no route.</summary>
    private static bool IsConnected(PeeringSide side) =>
        side.Exists && string.Equals(side.PeeringState, Connected, StringComparison.OrdinalIgnoreCase);

    private static Link LinkOf(Estate estate, VirtualNetwork network, PeeringSide side)
    {
        ResourceId remoteId = ResourceId.Parse(side.RemoteVirtualNetworkId);
        _ = estate.Networks.TryGetValue(remoteId, out VirtualNetwork? remote);
        PeeringSide? other = remote?.Peerings.FirstOrDefault(p => network.Id.Text.Equals(p.RemoteVirtualNetworkId, StringComparison.OrdinalIgnoreCase));
        bool isGlobal = remote is not null && !string.Equals(remote.Location, network.Location, StringComparison.OrdinalIgnoreCase);
        return new Link(side, remoteId, remote, other, isGlobal, [.. PrefixesOf(side, remote)]);
    }

    private static IEnumerable<AddressPrefix> PrefixesOf(PeeringSide side, VirtualNetwork? remote)
    {
        AddressPrefix[] inForce = [.. Prefixes.Read(side.RemoteAddressSpace).Where(p => p.IsIPv6 || !side.EnableOnlyIPv6Peering)];
        if (side.PeerCompleteVnets || remote is null) return inForce;
        IEnumerable<string> subnets = remote.Subnets
            .Where(s => side.RemoteSubnetNames.Contains(s.Name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(s => s.AddressPrefixes);
        return Prefixes.Read(subnets).Where(p => inForce.Any(space => space.Contains(p)));
    }
}
