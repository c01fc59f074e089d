using System.Collections.Concurrent;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>
/// What Azure would compute for an estate: routes, owners of addresses, what security groups call the virtual network. Everything is
/// indexed once and a subnet's routes are settled when first asked for; asking has no other effect, from any thread.
/// </summary>
/// <remarks>Source of the rules: Microsoft's virtual network routing documentation. docs/routing.md says what is recorded and what is a choice.</remarks>
internal sealed class RoutingModel
{
    private readonly Dictionary<string, SubnetPlace> _places;
    private readonly GatewayRoutes _gateways;
    private readonly EndpointRoutes _endpoints;
    private readonly Owners _owners;
    private readonly ConcurrentDictionary<string, SubnetRoutes> _routes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, TagSpace> _tags = new(StringComparer.OrdinalIgnoreCase);

    public RoutingModel(Estate estate)
    {
        Estate = estate;
        Links = new Links(estate);
        _places = estate.Networks.Values.SelectMany(n => n.Subnets.Select(s => new SubnetPlace(n, s)))
            .GroupBy(p => p.Subnet.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        _gateways = new GatewayRoutes(estate, Links);
        _endpoints = new EndpointRoutes(estate, Links, _places);
        _owners = new Owners(estate, Links, _places);
    }

    public Estate Estate { get; }

    public Links Links { get; }

    /// <summary>The subnet and its network; null where the network was not read.</summary>
    public SubnetPlace? PlaceOf(string subnetId) => _places.TryGetValue(subnetId, out SubnetPlace? place) ? place : null;

    /// <summary>Every effective route of a subnet, settled: user-defined, system, peering, gateway and endpoint routes.</summary>
    public IReadOnlyList<Route> RoutesOf(SubnetPlace place) => this.SettledOf(place).All;

    /// <summary>The route a packet to one address takes out of a subnet.</summary>
    public RouteChoice Choose(SubnetPlace place, AddressPrefix address) => this.SettledOf(place).Choose(address);

    /// <summary>What stands at an address, seen from a network: its own addresses and those of directly connected networks.</summary>
    public AddressOwner OwnerOf(AddressPrefix address, ResourceId network) => _owners.Of(address, network);

    /// <summary>The subnet of a network that an address lies in.</summary>
    public SubnetPlace? SubnetOf(AddressPrefix address, ResourceId network) => _owners.SubnetOf(address, network);

    /// <summary>The network that has an address, seen from one; null where neither it nor a directly connected one does.</summary>
    public ResourceId? HomeOf(AddressPrefix address, ResourceId network) => _owners.HomeOf(address, network);

    /// <summary>Ids of the application security groups that the interface at an address is in. A group never reaches beyond one network.</summary>
    public IReadOnlyList<string> GroupsOf(AddressPrefix address, ResourceId network) =>
        [.. this.OwnerOf(address, network).Interfaces.SelectMany(i => i.Addresses).SelectMany(a => a.ApplicationSecurityGroupIds)];

    /// <summary>The gateways that give a network its routes.</summary>
    public IEnumerable<ServingGateway> GatewaysOf(VirtualNetwork network) => _gateways.Serving(network);

    /// <summary>What service tags mean to the groups of a subnet.</summary>
    public TagSpace TagsOf(SubnetPlace place) => _tags.GetOrAdd(place.Subnet.Id, _ => TagSpace.Of(place, this));

    /// <summary>Why gateways may lead to more than is known; null where they do not.</summary>
    public string? GatewayDoubtOf(VirtualNetwork network) => _gateways.Doubts(network).FirstOrDefault();

    /// <summary>The route table of a subnet; null where it has none or it was not read.</summary>
    public RouteTable? TableOf(Subnet subnet) => subnet.RouteTableId is { } id && Estate.RouteTables.TryGetValue(id, out RouteTable? table) ? table : null;

    /// <summary>Why user-defined routes of a subnet may be missing; null where they are known.</summary>
    public string? TableDoubtOf(Subnet subnet) => subnet.RouteTableId is { } unread && this.TableOf(subnet) is null
        ? Wording.Fill(RoutingTexts.DoubtTable, unread.Split('/').Last())
        : null;

    private SubnetRoutes SettledOf(SubnetPlace place) => _routes.GetOrAdd(place.Subnet.Id, _ => this.Settle(place));

    private SubnetRoutes Settle(SubnetPlace place)
    {
        RouteTable? table = this.TableOf(place.Subnet);
        Route[] user = [.. TableRoutes.Of(table)];
        bool propagates = table is not { DisableBgpRoutePropagation: true };
        List<Route> routes = [.. user, .. SystemRoutes.Of(place.Network), .. TableRoutes.ServiceEndpoints(place.Subnet)];
        if (!string.Equals(table?.DisablePeeringRoute, "All", StringComparison.OrdinalIgnoreCase)) routes.AddRange(PeeringRoutes.Of(place, Links, Estate));
        if (propagates) routes.AddRange(_gateways.Of(place.Network));
        routes.AddRange(_endpoints.Of(place, user));
        return new SubnetRoutes(RouteStates.Settle(routes), propagates ? _gateways.Doubts(place.Network) : [], this.TableDoubtOf(place.Subnet));
    }
}
