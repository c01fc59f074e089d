using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What service tags stand for, seen from one subnet.</summary>
/// <remarks>
/// Source: Microsoft's list of service tags. VirtualNetwork holds the address space, that of peers with access, what gateways lead to and
/// the prefixes of the subnet's user-defined routes, a default route among them.
/// </remarks>
/// <param name="VirtualNetwork">The prefixes of the tag of that name.</param>
/// <param name="Doubt">Why it may hold more; null where it is known whole.</param>
internal sealed record TagSpace(IReadOnlyList<AddressPrefix> VirtualNetwork, string? Doubt)
{
    private static readonly AddressPrefix LoadBalancer = AddressPrefix.Parse("168.63.129.16");

    public Match Holds(string tag, AddressPrefix address)
    {
        if (tag is "*" || Is(tag, "Any")) return Match.Yes;
        if (AddressPrefix.TryParse(tag, out AddressPrefix prefix)) return prefix.Contains(address) ? Match.Yes : Match.No;
        if (Is(tag, "VirtualNetwork")) return this.HoldsVirtualNetwork(address);
        if (Is(tag, "AzureLoadBalancer")) return LoadBalancer.Equals(address) ? Match.Yes : Match.No;
        if (Prefixes.IsPrivate(address)) return Match.No;
        if (Is(tag, "Internet")) return this.HoldsVirtualNetwork(address) == Match.Yes ? Match.No : Match.Yes;
        // Every other tag names public addresses of an Azure service, and only Azure knows which.
        return Match.Maybe;
    }

    public static TagSpace Of(SubnetPlace place, RoutingModel model)
    {
        RouteTable? table = model.TableOf(place.Subnet);
        IEnumerable<AddressPrefix> peers = model.Links.Of(place.Network.Id).Where(l => l.Side.AllowVirtualNetworkAccess).SelectMany(l => l.Prefixes);
        IEnumerable<AddressPrefix> mesh = model.RoutesOf(place).Where(r => r.NextHopType == NextHops.ConnectedGroup).Select(r => r.Prefix!.Value);
        IEnumerable<AddressPrefix> beyond = model.GatewaysOf(place.Network).SelectMany(g => Prefixes.Read(g.Gateway?.StaticPrefixes ?? []));
        IEnumerable<AddressPrefix> user = Prefixes.Read((table?.Routes ?? []).Select(r => r.AddressPrefix));
        return new TagSpace(
            [.. Prefixes.Read(place.Network.AddressPrefixes).Concat(peers).Concat(mesh).Concat(beyond).Concat(user).Distinct()],
            model.TableDoubtOf(place.Subnet) ?? model.GatewayDoubtOf(place.Network));
    }

    private Match HoldsVirtualNetwork(AddressPrefix address)
    {
        if (Prefixes.Contain(VirtualNetwork, address)) return Match.Yes;
        return Doubt is not null && Prefixes.IsPrivate(address) ? Match.Maybe : Match.No;
    }

    private static bool Is(string tag, string name) => string.Equals(tag, name, StringComparison.OrdinalIgnoreCase);
}
