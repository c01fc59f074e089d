namespace PeeringTools.Routing;

/// <summary>The routes Azure gives every subnet of a network.</summary>
/// <remarks>Source: Microsoft's table of default routes; recorded for a network without peerings.</remarks>
internal static class SystemRoutes
{
    public static IEnumerable<Route> Of(VirtualNetwork network)
    {
        AddressPrefix[] space = [.. Prefixes.Read(network.AddressPrefixes)];
        foreach (AddressPrefix prefix in space)
        {
            yield return Default(prefix, NextHops.VnetLocal, Wording.Fill(RoutingTexts.OriginVnetLocal, network.Id.Name)) with { NetworkId = network.Id };
        }

        yield return Default(Prefixes.AnyIPv4, NextHops.Internet, RoutingTexts.OriginInternet);
        if (space.Any(p => p.IsIPv6)) yield return Default(Prefixes.AnyIPv6, NextHops.Internet, RoutingTexts.OriginInternet);
        foreach (AddressPrefix reserved in Prefixes.Reserved.Where(r => !Prefixes.Contain(space, r)))
        {
            yield return Default(reserved, NextHops.None, RoutingTexts.OriginReserved);
        }
    }

    /// <summary>A user-defined default route takes the reserved ranges away, as Microsoft's routing example shows.</summary>
    public static bool IsReserved(Route route) => route is { Source: RouteSources.Default, NextHopType: NextHops.None };

    private static Route Default(AddressPrefix prefix, string nextHop, string origin) =>
        new() { Prefix = prefix, Source = RouteSources.Default, NextHopType = nextHop, Origin = origin };
}
