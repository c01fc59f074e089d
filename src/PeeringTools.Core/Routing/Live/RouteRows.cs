using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Routes as scripts get them, predicted, live, or held against each other.</summary>
internal static class RouteRows
{
    public const string Same = "Same";
    public const string Different = "Different";
    public const string OnlyLive = "OnlyLive";
    public const string OnlyPredicted = "OnlyPredicted";

    private const string Active = "Active";

    public static IEnumerable<PeeringRoute> Predicted(IEnumerable<Route> routes, string resourceId) => routes.Select(route => new PeeringRoute
    {
        ResourceId = resourceId,
        Name = route.Name,
        RouteSource = route.Source,
        State = route.IsActive ? Active : "Invalid",
        AddressPrefix = route.Prefix?.ToString() ?? route.ServiceTag!,
        NextHopType = route.NextHopType,
        NextHopIpAddress = route.NextHopIpAddress,
        Origin = route.Origin,
        Source = "Predicted",
    });

    /// <summary>A live route names several prefixes at once; each is a row.</summary>
    public static IEnumerable<PeeringRoute> Live(IEnumerable<EffectiveRoute> routes, string resourceId) =>
        from route in routes
        from prefix in route.AddressPrefixes
        select new PeeringRoute
        {
            ResourceId = resourceId,
            Name = route.Name,
            RouteSource = route.Source,
            State = route.State,
            AddressPrefix = AddressPrefix.TryParse(prefix, out AddressPrefix read) ? read.ToString() : prefix,
            NextHopType = route.NextHopType,
            NextHopIpAddress = route.NextHopIpAddresses.Count > 0 ? route.NextHopIpAddresses[0] : null,
            Source = "Live",
        };

    /// <summary>
    /// Live rows with their difference, then the predicted ones that Azure does not have. Of a service only Azure knows the prefixes, so its
    /// rows are compared by next hop type alone.
    /// </summary>
    public static IEnumerable<PeeringRoute> Compare(IReadOnlyList<PeeringRoute> live, IReadOnlyList<PeeringRoute> predicted)
    {
        ILookup<(string, string), PeeringRoute> expected = predicted.ToLookup(KeyOf);
        ILookup<(string, string), PeeringRoute> found = live.ToLookup(KeyOf);
        HashSet<string> services = [.. predicted.Where(IsOfService).Select(r => r.NextHopType)];
        foreach (PeeringRoute row in live)
        {
            PeeringRoute[] twins = [.. expected[KeyOf(row)]];
            row.Origin = twins.FirstOrDefault()?.Origin ?? "";
            row.Difference = twins.Any(t => Says(t) == Says(row)) || (twins.Length == 0 && services.Contains(row.NextHopType)) ? Same
                : twins.Length > 0 ? Different : OnlyLive;
            yield return row;
        }

        foreach (PeeringRoute row in predicted.Where(r => !IsOfService(r) && !found[KeyOf(r)].Any()))
        {
            row.Difference = OnlyPredicted;
            yield return row;
        }
    }

    private static (string, string) KeyOf(PeeringRoute route) => (route.RouteSource, route.AddressPrefix);

    private static string Says(PeeringRoute route) => $"{route.State} {route.NextHopType} {(route.NextHopType == NextHops.Appliance ? route.NextHopIpAddress : null)}";

    private static bool IsOfService(PeeringRoute route) => !AddressPrefix.TryParse(route.AddressPrefix, out _);
}
