using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The routes that peerings and meshes give a subnet.</summary>
/// <remarks>
/// A peering whose AllowVirtualNetworkAccess is off keeps its routes: Microsoft's text says that the flag only takes the peer out of the
/// VirtualNetwork tag. Nobody has recorded the routes of such a peering.
/// </remarks>
internal static class PeeringRoutes
{
    public static IEnumerable<Route> Of(SubnetPlace place, Links links, Estate estate)
    {
        HashSet<AddressPrefix> named = [];
        foreach (Link link in links.Of(place.Network.Id).Where(link => link.Serves(place.Subnet)))
        {
            foreach (AddressPrefix prefix in link.Prefixes)
            {
                _ = named.Add(prefix);
                yield return new Route
                {
                    Prefix = prefix,
                    Source = RouteSources.Default,
                    NextHopType = link.IsGlobal ? NextHops.GlobalPeering : NextHops.Peering,
                    Origin = Wording.Fill(RoutingTexts.OriginPeering, link.Side.Name, link.RemoteId.Name),
                    Peering = link.Side,
                    NetworkId = link.RemoteId,
                };
            }
        }

        foreach (Route route in MeshRoutes(place.Network, estate).Where(route => !named.Contains(route.Prefix!.Value))) yield return route;
    }

    private static IEnumerable<Route> MeshRoutes(VirtualNetwork network, Estate estate) =>
        from connected in estate.ConnectedGroups
        where connected.Members.Contains(network.Id)
        from id in connected.Members
        where !id.Equals(network.Id) && estate.Networks.ContainsKey(id)
        let member = estate.Networks[id]
        where connected.IsGlobal || string.Equals(member.Location, network.Location, StringComparison.OrdinalIgnoreCase)
        from prefix in Prefixes.Read(member.AddressPrefixes)
        select new Route
        {
            Prefix = prefix,
            Source = RouteSources.Default,
            NextHopType = NextHops.ConnectedGroup,
            Origin = Wording.Fill(RoutingTexts.OriginConnectedGroup, connected.Id.Split('/').Last(), member.Id.Name),
            NetworkId = member.Id,
        };
}
