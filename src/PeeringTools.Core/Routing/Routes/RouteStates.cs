namespace PeeringTools.Routing;

/// <summary>Which of a subnet's routes hold. After it, the longest active prefix decides and nothing else.</summary>
internal static class RouteStates
{
    /// <summary>
    /// Of one prefix User holds against VirtualNetworkGateway and that against Default; but a network's own routes, its peerings and
    /// endpoints hold against a gateway's even where those are more specific.
    /// </summary>
    public static IReadOnlyList<Route> Settle(IReadOnlyList<Route> routes)
    {
        bool hasUserDefault = routes.Any(r => r.Source == RouteSources.User && Prefixes.AnyIPv4.Equals(r.Prefix));
        Route[] kept = [.. routes.Where(r => !(hasUserDefault && SystemRoutes.IsReserved(r)))];
        Dictionary<AddressPrefix, Route> first = kept.Where(r => r.Prefix is not null && r.IsActive)
            .GroupBy(r => r.Prefix!.Value)
            .ToDictionary(same => same.Key, same => same.OrderBy(Rank).First());
        PrefixTable<Route> strong = new(first.Where(f => f.Value.BeatsGateway));
        return [.. kept.Select(r => r with { IsActive = r.IsActive && Holds(r, first, strong) })];
    }

    private static bool Holds(Route route, Dictionary<AddressPrefix, Route> first, PrefixTable<Route> strong) =>
        route.Prefix is not AddressPrefix prefix
        || (Rank(route) == Rank(first[prefix]) && !(route.Source == RouteSources.Gateway && strong.Containing(prefix).Any()));

    private static int Rank(Route route) => route.Source switch
    {
        RouteSources.User => 0,
        RouteSources.Default when route.BeatsGateway => 1,
        RouteSources.Gateway => 2,
        _ => 3,
    };
}
