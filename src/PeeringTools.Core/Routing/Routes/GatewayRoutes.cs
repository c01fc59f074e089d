using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The gateways that serve a network, its own and those of a hub, and what they are known to reach.</summary>
internal sealed class GatewayRoutes(Estate estate, Links links)
{
    private readonly Dictionary<string, NetworkGateway> _gateways = estate.Gateways
        .GroupBy(g => g.Id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ServingGateway> Serving(VirtualNetwork network) => this.In(network, null).Concat(links.Of(network.Id)
        .Where(link => link.UsesRemoteGateways == true)
        .SelectMany(link => this.In(link.Remote!, link)));

    public IEnumerable<Route> Of(VirtualNetwork network) =>
        from serving in this.Serving(network)
        from prefix in Prefixes.Read(serving.Gateway?.StaticPrefixes ?? [])
        select new Route
        {
            Prefix = prefix,
            Source = RouteSources.Gateway,
            NextHopType = NextHops.Gateway,
            Origin = serving.Through is null
                ? Wording.Fill(RoutingTexts.OriginGateway, serving.Name)
                : Wording.Fill(RoutingTexts.OriginRemoteGateway, serving.Name, serving.Through.Side.Name),
            Peering = serving.Through?.Side,
            NetworkId = serving.NetworkId,
            Gateway = serving.Gateway,
        };

    /// <summary>Why more routes may come from gateways than are known, in words.</summary>
    public IEnumerable<string> Doubts(VirtualNetwork network)
    {
        foreach (ServingGateway serving in this.Serving(network))
        {
            if (serving.Gateway is null) yield return Wording.Fill(RoutingTexts.DoubtGatewayUnread, serving.Name);
            else if (serving.Gateway.LearnsRoutes) yield return Wording.Fill(RoutingTexts.DoubtLearned, serving.Name);
        }

        foreach (Link link in links.Of(network.Id).Where(link => link.UsesRemoteGateways is null))
        {
            yield return Wording.Fill(RoutingTexts.DoubtTransit, link.RemoteId.Name);
        }
    }

    private IEnumerable<ServingGateway> In(VirtualNetwork network, Link? through) => network.GatewayIds.Select(id =>
        new ServingGateway(_gateways.TryGetValue(id, out NetworkGateway? gateway) ? gateway : null, id.Split('/').Last(), network.Id, through));
}
