using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>User-defined routes by network, each once however many subnets share its table.</summary>
internal sealed class Detours(RoutingModel model)
{
    private readonly Dictionary<ResourceId, Detour[]> _byNetwork = [];
    private readonly Dictionary<ResourceId, Detour[]> _intoHub = [];

    /// <summary>The routes in force in the tables of a network's subnets.</summary>
    public IReadOnlyList<Detour> Of(VirtualNetwork network)
    {
        if (_byNetwork.TryGetValue(network.Id, out Detour[]? known)) return known;
        Detour[] found = [.. network.Subnets
            .Where(subnet => subnet.RouteTableId is not null)
            .Select(subnet => new SubnetPlace(network, subnet))
            .GroupBy(place => place.Subnet.RouteTableId!, StringComparer.OrdinalIgnoreCase)
            .SelectMany(this.OfTable)];
        _byNetwork.Add(network.Id, found);
        return found;
    }

    /// <summary>Those that win against the peering of this side somewhere in the peer's prefixes: of one length a user-defined route does too.</summary>
    public IEnumerable<Detour> OverPeering(CaseSide side)
    {
        if (side.Network is null) return [];
        AddressPrefix[] peer = InForce(side);
        return this.Of(side.Network).Where(detour => peer.Any(prefix => prefix.Contains(detour.Prefix)));
    }

    /// <summary>Those whose appliance stands beyond this side's peering.</summary>
    public IEnumerable<Detour> AcrossPeering(CaseSide side)
    {
        if (side.Network is null) return [];
        AddressPrefix[] peer = InForce(side);
        return this.Of(side.Network).Where(detour => detour.NextHop is AddressPrefix hop && Prefixes.Contain(peer, hop));
    }

    /// <summary>
    /// Those of third networks, and of the hub's gateway, that lead to the target through an appliance in the hub. A default route is for the
    /// internet as a rule and does not count.
    /// </summary>
    public IEnumerable<Detour> ThroughTo(VirtualNetwork hub, CaseSide target)
    {
        AddressPrefix[] space = [.. Prefixes.Read(target.Space)];
        return this.LeadingInto(hub).Where(detour => detour.Prefix.Length > 0
            && !string.Equals(detour.Subnets[0].Network.Id.Text, target.Side.VirtualNetworkId, StringComparison.OrdinalIgnoreCase)
            && space.Any(prefix => prefix.Overlaps(detour.Prefix)));
    }

    public static AddressPrefix[] InForce(CaseSide side) => [.. Prefixes.Read(side.Side.RemoteAddressSpace)];

    /// <summary>Routes of peers, and of the network's own GatewaySubnet, whose appliance stands in the network.</summary>
    private Detour[] LeadingInto(VirtualNetwork hub)
    {
        if (_intoHub.TryGetValue(hub.Id, out Detour[]? known)) return known;
        AddressPrefix[] own = [.. Prefixes.Read(hub.AddressPrefixes)];
        IEnumerable<Detour> ofPeers = model.Links.Of(hub.Id)
            .Select(link => model.Estate.Networks.TryGetValue(link.RemoteId, out VirtualNetwork? peer) ? peer : null)
            .OfType<VirtualNetwork>().SelectMany(this.Of);
        IEnumerable<Detour> ofGateway = this.Of(hub).Where(detour => detour.Subnets.Any(place => place.Subnet.Name == Subnet.Gateway));
        Detour[] found = [.. ofPeers.Concat(ofGateway).Where(detour => detour.NextHop is AddressPrefix hop && Prefixes.Contain(own, hop))];
        _intoHub.Add(hub.Id, found);
        return found;
    }

    private IEnumerable<Detour> OfTable(IEnumerable<SubnetPlace> subnets)
    {
        SubnetPlace[] places = [.. subnets];
        return model.RoutesOf(places[0]).Where(route => route is { Source: RouteSources.User, IsActive: true, Prefix: not null })
            .Select(route => new Detour(route, places));
    }
}
