using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>All routes of a subnet, and which of them a packet takes.</summary>
internal sealed class EffectiveRoutes
{
    private EffectiveRoutes(Route[] all) => All = all;

    public IReadOnlyList<Route> All { get; }

    public static EffectiveRoutes Of(Subnet subnet, Estate estate)
    {
        Route[] user = [.. UserRoutes.Of(subnet, estate)];
        Route[] routes =
        [
            .. SystemRoutes.Local(subnet.Parent),
            .. PeeringRoutes.Of(subnet, estate),
            .. ConnectedGroups.Routes(subnet.Parent, estate),
            .. UserRoutes.TakesGatewayRoutes(subnet, estate) ? GatewayRoutes.Of(subnet.Parent, estate) : [],
            .. SystemRoutes.Beyond(subnet.Parent),
            .. ServiceEndpoints.Routes(subnet),
            .. PrivateEndpoints.Routes(subnet.Parent, user, estate),
            .. user,
        ];
        foreach (Route route in routes.Where(r => !r.Invalid))
        {
            route.Invalid = routes.Any(other => Beats(other, route));
        }

        return new EffectiveRoutes(routes);
    }

    /// <summary>The route of an address: the longest prefix among those in force.</summary>
    public Route? Choose(Cidr address) =>
        All.Where(r => !r.Invalid && r.Holds(address)).OrderByDescending(r => r.Range!.Value.Length).ThenBy(r => r.Rank).FirstOrDefault();

    private static bool Beats(Route better, Route worse) =>
        !ReferenceEquals(better, worse) && !better.Invalid
        && ((better.SamePrefix(worse) && better.Rank < worse.Rank)
            || (worse.Source == "VirtualNetworkGateway" && better.Rank is 1 or 2 && worse.Within(better)));
}
