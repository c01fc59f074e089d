using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The one-address routes that private endpoints put into their own network and into those peered with it directly.</summary>
internal sealed class EndpointRoutes
{
    private readonly Dictionary<ResourceId, (AddressPrefix Address, string Name, SubnetPlace Place)[]> _endpoints;
    private readonly Links _links;

    public EndpointRoutes(Estate estate, Links links, IReadOnlyDictionary<string, SubnetPlace> places)
    {
        _links = links;
        _endpoints = (
            from nic in estate.NetworkInterfaces
            where nic.PrivateEndpointId is not null
            from at in nic.Addresses
            where places.ContainsKey(at.SubnetId)
            from address in Prefixes.Read([at.PrivateIPAddress ?? ""])
            select (Address: address, Name: nic.PrivateEndpointId!.Split('/').Last(), Place: places[at.SubnetId]))
            .GroupBy(e => e.Place.Network.Id)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <param name="place">The subnet that gets the routes.</param>
    /// <param name="user">Its user-defined routes: with network policies on, one inside the endpoint's network takes the route's place.</param>
    public IEnumerable<Route> Of(SubnetPlace place, IReadOnlyList<Route> user)
    {
        foreach (Route own in this.In(place.Network.Id, null, user)) yield return own;
        foreach (Link link in _links.Of(place.Network.Id).Where(link => link.Serves(place.Subnet)))
        {
            foreach (Route peered in this.In(link.RemoteId, link, user)) yield return peered;
        }
    }

    private IEnumerable<Route> In(ResourceId network, Link? link, IReadOnlyList<Route> user) =>
        from endpoint in _endpoints.TryGetValue(network, out (AddressPrefix Address, string Name, SubnetPlace Place)[]? found) ? found : []
        where link is null || Prefixes.Contain(link.Prefixes, endpoint.Address)
        select new Route
        {
            Prefix = endpoint.Address,
            Source = RouteSources.Default,
            NextHopType = NextHops.PrivateEndpoint,
            Origin = Wording.Fill(RoutingTexts.OriginPrivateEndpoint, endpoint.Name, endpoint.Place),
            Peering = link?.Side,
            NetworkId = network,
            IsActive = !(FollowsTables(endpoint.Place.Subnet) && user.Any(r => Overrides(r, endpoint.Address, endpoint.Place.Network))),
        };

    private static bool FollowsTables(Subnet subnet) => subnet.PrivateEndpointNetworkPolicies is { } policies
        && (policies.Equals("Enabled", StringComparison.OrdinalIgnoreCase) || policies.Equals("RouteTableEnabled", StringComparison.OrdinalIgnoreCase));

    /// <summary>Only a route as specific as the endpoint's address space does: a default route does not.</summary>
    private static bool Overrides(Route route, AddressPrefix address, VirtualNetwork network) =>
        route.Prefix is { } prefix && prefix.Contains(address) && Prefixes.Contain(Prefixes.Read(network.AddressPrefixes), prefix);
}
