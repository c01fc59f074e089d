using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What a subnet's own configuration adds: its route table and its service endpoints.</summary>
internal static class TableRoutes
{
    public static IEnumerable<Route> Of(RouteTable? table) => (table?.Routes ?? []).Select(route => new Route
    {
        Prefix = AddressPrefix.TryParse(route.AddressPrefix, out AddressPrefix prefix) ? prefix : null,
        ServiceTag = AddressPrefix.TryParse(route.AddressPrefix, out _) ? null : route.AddressPrefix,
        Source = RouteSources.User,
        NextHopType = route.NextHopType,
        NextHopIpAddress = route.NextHopIpAddress,
        Name = route.Name,
        Origin = Wording.Fill(RoutingTexts.OriginUser, route.Name, table!.Name),
    });

    public static IEnumerable<Route> ServiceEndpoints(Subnet subnet) => subnet.ServiceEndpoints.Select(service => new Route
    {
        ServiceTag = service,
        Source = RouteSources.Default,
        NextHopType = NextHops.ServiceEndpoint,
        Origin = Wording.Fill(RoutingTexts.OriginServiceEndpoint, service, subnet.Name),
    });
}
