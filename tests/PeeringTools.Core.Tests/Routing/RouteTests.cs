using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Peering, gateway, mesh and endpoint routes. No recording holds any of them: they follow the documentation.</summary>
public class RouteTests
{
    [Fact]
    public void A_peering_to_another_region_is_a_global_one() =>
        Assert.Equal(["10.1.0.0/16 VNetGlobalPeering"], Peerings(Two(far: "northeurope").Peer("a", "b")));

    [Fact]
    public void Prefixes_that_are_not_in_force_have_no_route() =>
        Assert.Equal(["10.1.0.0/17 VNetPeering"], Peerings(Two().Peer("a", "b", side => side.RemoteAddressSpace = ["10.1.0.0/17"])));

    [Theory]
    [InlineData("Initiated")]
    [InlineData("Disconnected")]
    public void A_half_that_is_not_connected_has_no_route(string state) =>
        Assert.Empty(Peerings(Two().Half("a", "b", side => side.PeeringState = state)));

    [Fact]
    public void A_peering_without_access_keeps_its_routes_by_our_choice_which_no_recording_shows() =>
        Assert.Equal(["10.1.0.0/16 VNetPeering"], Peerings(Two().Peer("a", "b", side => side.AllowVirtualNetworkAccess = false)));

    [Fact]
    public void A_subnet_peering_gives_the_subnets_it_names_the_routes_of_the_subnets_it_names()
    {
        EstateSketch sketch = Two().Subnet("a/other", "10.0.1.0/24").Peer("a", "b", Only("app", "web"), Only("web", "app"));
        Assert.Equal(["10.1.5.0/24 VNetPeering"], Peerings(sketch));
        Assert.Empty(Peerings(sketch, "a/other"));
    }

    [Fact]
    public void Both_families_have_their_routes_and_a_peering_for_IPv6_only_has_just_those()
    {
        EstateSketch dual() => new EstateSketch().Network("a", "10.0.0.0/16", "fd00:a::/48").Subnet("a/app", "10.0.0.0/24;fd00:a::/64").Network("b", "10.1.0.0/16", "fd00:b::/48");
        Assert.Equal(["10.1.0.0/16 VNetPeering", "fd00:b::/48 VNetPeering"], Peerings(dual().Peer("a", "b")));
        Assert.Equal(["fd00:b::/48 VNetPeering"], Peerings(dual().Peer("a", "b", side => side.EnableOnlyIPv6Peering = true)));
        Assert.Contains("::/0 Internet", Routes(dual(), "a/app").Select(r => r.ToString()));
    }

    [Fact]
    public void A_table_may_keep_peering_routes_and_those_of_gateways_out()
    {
        EstateSketch sketch = Two().Peer("a", "b").Gateway("vpn", "a", "192.168.0.0/24")
            .Table("t", t => t with { DisablePeeringRoute = "All", DisableBgpRoutePropagation = true }).Subnet("a/closed", "10.0.9.0/24", table: "t");
        Assert.Contains(Routes(sketch, "a/app"), r => r.Source == "VirtualNetworkGateway");
        Assert.DoesNotContain(Routes(sketch, "a/closed"), r => r.Source == "VirtualNetworkGateway" || r.NextHopType == "VNetPeering");
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void A_spoke_has_the_hubs_gateway_routes_where_one_half_shares_and_the_other_uses(bool shares, bool uses, bool expected)
    {
        EstateSketch sketch = Two().Gateway("vpn", "b", "192.168.0.0/24").Peer("a", "b", s => s.UseRemoteGateways = uses, s => s.AllowGatewayTransit = shares);
        Assert.Equal(expected, Routes(sketch, "a/app").Any(r => r is { Source: "VirtualNetworkGateway", NextHopType: "VirtualNetworkGateway" }));
    }

    [Fact]
    public void What_a_gateway_may_learn_leaves_a_doubt_on_every_route_that_it_could_beat()
    {
        EstateSketch sketch = Two().Gateway("er", "a", g => g with { LearnsRoutes = true }).Peer("a", "b");
        Assert.NotNull(Choose(sketch, "172.16.0.1").Doubt);
        Assert.Null(Choose(sketch, "10.1.0.1").Doubt);
    }

    [Fact]
    public void A_table_that_was_not_read_leaves_a_doubt() => Assert.NotNull(Choose(Two().Subnet("a/web", "10.0.3.0/24", table: "gone"), "10.9.0.1", "a/web").Doubt);

    [Fact]
    public void A_mesh_connects_members_of_one_region_and_a_global_one_all()
    {
        Assert.DoesNotContain(Routes(Two(far: "northeurope").Mesh("m", false, "a", "b"), "a/app"), r => r.NextHopType == "ConnectedGroup");
        Assert.Equal("10.1.0.0/16 ConnectedGroup", Assert.Single(Routes(Two(far: "northeurope").Mesh("m", true, "a", "b"), "a/app"), r => r.NextHopType == "ConnectedGroup").ToString());
    }

    [Fact]
    public void A_private_endpoint_is_routed_in_its_network_and_in_direct_peers_but_no_further()
    {
        EstateSketch sketch = Two().PrivateEndpoint("pe", "b/web", "10.1.5.9").Network("c", "10.2.0.0/16").Subnet("c/app", "10.2.0.0/24").Peer("a", "b").Peer("a", "c");
        Assert.Equal(["10.1.5.9/32 InterfaceEndpoint"], Endpoints(sketch, "b/web"));
        Assert.Equal(["10.1.5.9/32 InterfaceEndpoint"], Endpoints(sketch, "a/app"));
        Assert.Empty(Endpoints(sketch, "c/app"));
    }

    /// <summary>"User-defined routes must have a prefix size that is equal to or smaller than the virtual network address space": a default route is not.</summary>
    [Theory]
    [InlineData("Disabled", "10.1.0.0/16", true)]
    [InlineData("RouteTableEnabled", "0.0.0.0/0", true)]
    [InlineData("RouteTableEnabled", "10.1.0.0/16", false)]
    [InlineData("Enabled", "10.1.6.0/24", false)]
    public void A_table_leads_to_an_appliance_first_only_with_network_policies_and_a_route_as_narrow_as_the_network(string policies, string prefix, bool direct)
    {
        EstateSketch sketch = Two()
            .Subnet("b/ends", "10.1.6.0/24", change: s => s with { PrivateEndpointNetworkPolicies = policies })
            .PrivateEndpoint("pe", "b/ends", "10.1.6.9")
            .Table("t", EstateSketch.Route("through", prefix, "10.0.0.9")).Subnet("a/led", "10.0.2.0/24", table: "t").Peer("a", "b");
        Assert.Equal(direct ? "InterfaceEndpoint" : "VirtualAppliance", Choose(sketch, "10.1.6.9", "a/led").Route!.NextHopType);
    }

    [Fact]
    public void Nobody_is_not_the_same_as_not_readable()
    {
        AddressPrefix address = AddressPrefix.Parse("10.1.5.9");
        Assert.Equal(OwnerKind.Nobody, new RoutingModel(Two().Peer("a", "b").Build()).OwnerOf(address, EstateSketch.IdOf("a")).Kind);
        Assert.Equal(OwnerKind.Unreadable, new RoutingModel(Two().Peer("a", "b").Unread(SurroundingKinds.LoadBalancers).Build()).OwnerOf(address, EstateSketch.IdOf("a")).Kind);
        Assert.Equal(OwnerKind.NetworkInterface, new RoutingModel(Two().Peer("a", "b").Interface("vm", "b/web", "10.1.5.9").Build()).OwnerOf(address, EstateSketch.IdOf("a")).Kind);
        Assert.Equal(OwnerKind.Nobody, new RoutingModel(Two().Interface("vm", "b/web", "10.1.5.9").Build()).OwnerOf(address, EstateSketch.IdOf("a")).Kind);
    }

    private static EstateSketch Two(string far = "westeurope") => new EstateSketch()
        .Network("a", "10.0.0.0/16").Subnet("a/app", "10.0.0.0/24").NetworkIn(far, "b", "10.1.0.0/16").Subnet("b/web", "10.1.5.0/24");

    private static Action<PeeringSide> Only(string local, string remote) => side =>
    {
        side.PeerCompleteVnets = false;
        side.LocalSubnetNames = [local];
        side.RemoteSubnetNames = [remote];
    };

    private static IReadOnlyList<Route> Routes(EstateSketch sketch, string subnet)
    {
        RoutingModel model = new(sketch.Build());
        return model.RoutesOf(model.PlaceOf(EstateSketch.SubnetIdOf(subnet))!);
    }

    private static IEnumerable<string> Peerings(EstateSketch sketch, string subnet = "a/app") =>
        Routes(sketch, subnet).Where(r => r.NextHopType.StartsWith("VNet", StringComparison.Ordinal)).Select(r => r.ToString());

    private static IEnumerable<string> Endpoints(EstateSketch sketch, string subnet) =>
        Routes(sketch, subnet).Where(r => r.NextHopType == "InterfaceEndpoint").Select(r => r.ToString());

    private static RouteChoice Choose(EstateSketch sketch, string address, string subnet = "a/app")
    {
        RoutingModel model = new(sketch.Build());
        return model.Choose(model.PlaceOf(EstateSketch.SubnetIdOf(subnet))!, AddressPrefix.Parse(address));
    }
}
