using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Report;

/// <summary>A route that leads through a pair, and the subnets of one network that have it.</summary>
/// <param name="Route">The route as the model predicts it.</param>
/// <param name="Subnets">The subnets as <c>network/subnet</c>.</param>
internal sealed record PairRoute(Route Route, IReadOnlyList<string> Subnets);

/// <summary>The routes that lead through each peering: those it brings, and those of route tables whose next hop lies behind it.</summary>
internal sealed class PairRoutes
{
    private readonly Dictionary<string, List<PairRoute>> _bySide = new(StringComparer.OrdinalIgnoreCase);

    public PairRoutes(Estate estate)
    {
        RoutingModel model = new(estate);
        foreach (VirtualNetwork network in estate.Networks.Values) this.Add(model, network);
    }

    /// <summary>Routes of both networks, first those of the local one; null where neither network was read.</summary>
    public IReadOnlyList<PairRoute>? Of(PeeringPair pair)
    {
        List<PairRoute>[] found = [.. new[] { pair.Local.Id, pair.Remote.Id }
            .Select(id => id is not null && _bySide.TryGetValue(id, out List<PairRoute>? routes) ? routes : null)
            .OfType<List<PairRoute>>()];
        return found.Length == 0 ? null : [.. found.SelectMany(routes => routes)];
    }

    private void Add(RoutingModel model, VirtualNetwork network)
    {
        foreach (PeeringSide side in network.Peerings)
            if (side.Id is not null) _bySide[side.Id] = [];
        Link[] links = [.. model.Links.Of(network.Id)];
        var through =
            from subnet in network.Subnets
            let place = model.PlaceOf(subnet.Id)
            where place is not null
            from route in model.RoutesOf(place)
            let side = SideOf(route, links)
            where side is not null
            group place.ToString() by (side, Route: route with { Peering = null, Gateway = null });
        foreach (var same in through)
            if (_bySide.TryGetValue(same.Key.side, out List<PairRoute>? routes)) routes.Add(new PairRoute(same.Key.Route, [.. same]));
    }

    private static string? SideOf(Route route, Link[] links)
    {
        if (route.Peering is not null) return route.Peering.Id;
        return AddressPrefix.TryParse(route.NextHopIpAddress ?? "", out AddressPrefix hop)
            ? Array.Find(links, link => link.Prefixes.Any(prefix => prefix.Contains(hop)))?.Side.Id
            : null;
    }
}
