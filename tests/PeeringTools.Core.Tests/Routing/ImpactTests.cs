using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

public class ImpactTests
{
    [Fact]
    public void A_new_pair_gains_both_ways_and_nothing_between_spokes()
    {
        PeeringImpact impact = Measure(Hub(), Plan("hub", "b", Create("hub", "b"), Create("b", "hub")));
        Assert.Equal(["Gained: b/app - 10.0.0.0/16 (hub)", "Gained: hub/shared - 10.2.0.0/16 (b)"], Says(impact));
        Assert.Equal((2, 0), (impact.Gained, impact.Lost));
    }

    [Fact]
    public void One_half_alone_gains_nothing() => Assert.Empty(Measure(Hub(), Plan("hub", "b", Create("hub", "b"))).Reach);

    [Fact]
    public void A_removal_loses_what_went_through_the_pair_the_site_behind_the_gateway_too()
    {
        EstateSketch sketch = Hub().Subnet("hub/GatewaySubnet", "10.0.255.0/27").Gateway("vpn", "hub", "192.168.0.0/16")
            .With("hub", n => With(n, side => side.AllowGatewayTransit = true)).With("a", n => With(n, side => side.UseRemoteGateways = true));
        PeeringImpact impact = Measure(sketch, Plan("hub", "a", Delete("hub", "a"), Delete("a", "hub")));
        Assert.Equal(["Lost: a/app - 10.0.0.0/16 (hub)", "Lost: a/app - 192.168.0.0/16 (vpn)", "Lost: hub/shared - 10.1.0.0/16 (a)"], Says(impact));
        Assert.Single(impact.Reach, change => change.IsOnPremises);
        Assert.All(impact.Reach, change => Assert.NotEmpty(change.Reason));
    }

    [Fact]
    public void A_plan_that_would_be_refused_changes_nothing()
    {
        PeeringChangePlan plan = Plan("hub", "b", Create("hub", "b"), Create("b", "hub"));
        plan.Problems = ["AddressSpaceOverlap: no"];
        Assert.Empty(Measure(Hub(), plan).Reach);
    }

    [Fact]
    public void A_flag_that_lets_forwarded_traffic_in_gains_the_ways_through_the_firewall()
    {
        EstateSketch sketch = Hub().Peer("hub", "b").Subnet("hub/AzureFirewallSubnet", "10.0.1.0/26").Firewall("fw", "hub/AzureFirewallSubnet", "10.0.1.4")
            .Table("t", EstateSketch.Route("all", "0.0.0.0/0", "10.0.1.4"))
            .With("a", Led).With("b", Led).With("b", n => With(n, side => side.AllowForwardedTraffic = true));
        PeeringImpact impact = Measure(sketch, Plan("hub", "a", Update("a", "hub", side => side.AllowForwardedTraffic = true)));
        Assert.Equal(["Gained: a/app - 10.2.0.0/16 (b)", "Gained: b/app - 10.1.0.0/16 (a)"], Says(impact));
        Assert.All(impact.Reach, change => Assert.Equal("VirtualAppliance 10.0.1.4", change.NextHopAfter));
    }

    [Fact]
    public void Plans_of_one_run_are_measured_together()
    {
        PeeringChangePlan[] plans = [Plan("hub", "b", Create("hub", "b"), Create("b", "hub")), Plan("a", "b", Create("a", "b"), Create("b", "a"))];
        Assert.Equal(4, Measure(Hub(), plans).Gained);
    }

    [Fact]
    public void An_allow_rule_on_the_VirtualNetwork_tag_widens_with_the_peers_prefixes_and_one_on_prefixes_does_not()
    {
        EstateSketch sketch = Hub()
            .SecurityGroup("g", EstateSketch.Rule("vnet", 100, "Inbound", "Allow", "VirtualNetwork"), EstateSketch.Rule("own", 200, "Inbound", "Allow", "10.2.0.0/16"))
            .Subnet("b/guarded", "10.2.5.0/24", group: "g");
        PeeringRuleChange change = Assert.Single(Measure(sketch, Plan("hub", "b", Create("hub", "b"), Create("b", "hub"))).WidenedRules);
        Assert.Equal("vnet at b/guarded: 10.0.0.0/16", change.ToString());
    }

    [Fact]
    public void A_zone_that_only_one_of_the_two_resolves_is_named_and_so_is_a_server_that_comes_into_reach()
    {
        EstateSketch sketch = Hub().Zone("corp.example", "hub").With("b", n => n with { DnsServers = ["10.0.0.9"] });
        PeeringChangePlan plan = Plan("hub", "b", Create("hub", "b"), Create("b", "hub"));
        Assert.Equal("The DNS server 10.0.0.9 of 'b' comes into reach.", Assert.Single(Measure(sketch, plan).Dns));
        Assert.Equal("Names of 'corp.example' resolve in 'hub' and not in 'b': link the zone there as well.", Assert.Single(Measure(Hub().Zone("corp.example", "hub"), plan).Dns));
    }

    [Fact]
    public void A_prefix_more_is_reached_by_the_peers_and_a_prefix_less_is_lost_with_its_subnets()
    {
        Estate estate = Hub().Build();
        ResourceId id = EstateSketch.IdOf("a");
        Estate more = PlannedEstate.After(estate, id, [AddressPrefix.Parse("10.9.0.0/24")], []);
        PeeringReachChange gained = Assert.Single(new ImpactMeasure(estate, more, [id]).Measure().Reach);
        // No subnet has the prefix yet: a route leads there, and nothing is reached.
        Assert.Equal(("Rerouted", "hub/shared", "10.9.0.0/24", "VNetPeering"), (gained.Kind, gained.From, gained.AddressPrefix, gained.NextHopAfter));
        Estate less = PlannedEstate.After(estate, id, [AddressPrefix.Parse("10.9.0.0/24")], [AddressPrefix.Parse("10.1.0.0/16")]);
        Assert.Contains("Lost: hub/shared - 10.1.0.0/16 (a)", new ImpactMeasure(estate, less, [id]).Measure().Reach.Select(r => r.ToString()));
    }

    [Fact]
    public void Something_gets_through_where_one_port_does()
    {
        EstateSketch sketch = Hub()
            .SecurityGroup("g", EstateSketch.Rule("https", 100, "Inbound", "Allow", port: "443", protocol: "Tcp"), EstateSketch.Rule("rest", 200, "Inbound", "Deny"))
            .With("b", n => n with { Subnets = [n.Subnets[0] with { NetworkSecurityGroupId = EstateSketch.SecurityGroupIdOf("g") }] });
        Assert.Contains("Gained: hub/shared - 10.2.0.0/16 (b)", Says(Measure(sketch, Plan("hub", "b", Create("hub", "b"), Create("b", "hub")))));
    }

    /// <summary>A hub peered with a; b waits.</summary>
    private static EstateSketch Hub() => new EstateSketch().Network("hub", "10.0.0.0/16").Network("a", "10.1.0.0/16").Network("b", "10.2.0.0/16")
        .Subnet("hub/shared", "10.0.2.0/24").Subnet("a/app", "10.1.0.0/24").Subnet("b/app", "10.2.0.0/24").Peer("hub", "a");

    private static VirtualNetwork Led(VirtualNetwork network) => network with { Subnets = [.. network.Subnets.Select(s => s with { RouteTableId = EstateSketch.TableIdOf("t") })] };

    private static VirtualNetwork With(VirtualNetwork network, Action<PeeringSide> change)
    {
        change(network.Peerings[^1]);
        return network;
    }

    private static PeeringImpact Measure(EstateSketch sketch, params PeeringChangePlan[] plans)
    {
        Estate before = sketch.Build();
        IEnumerable<ResourceId> touched = plans.SelectMany(p => new[] { p.LocalVirtualNetworkId, p.RemoteVirtualNetworkId }).Select(ResourceId.Parse);
        return new ImpactMeasure(before, plans.Aggregate(before, PlannedEstate.After), touched).Measure();
    }

    private static IEnumerable<string> Says(PeeringImpact impact) => impact.Reach.Select(r => r.ToString()).Order(StringComparer.Ordinal);

    private static PeeringChangePlan Plan(string local, string remote, params PeeringChangeStep[] steps) => new()
    {
        LocalVirtualNetworkId = EstateSketch.IdOf(local).Text,
        RemoteVirtualNetworkId = EstateSketch.IdOf(remote).Text,
        Steps = steps,
    };

    private static PeeringChangeStep Create(string from, string to) => Update(from, to, _ => { });

    private static PeeringChangeStep Delete(string from, string to) => new() { Action = "DeletePeering", TargetId = EstateSketch.IdOf(from).Peering("to-" + to).Text };

    private static PeeringChangeStep Update(string from, string to, Action<PeeringSide> change)
    {
        string id = EstateSketch.IdOf(from).Peering("to-" + to).Text;
        PeeringSide after = new()
        {
            Exists = true,
            Id = id,
            Name = "to-" + to,
            VirtualNetworkId = EstateSketch.IdOf(from).Text,
            VirtualNetworkName = from,
            RemoteVirtualNetworkId = EstateSketch.IdOf(to).Text,
            AllowVirtualNetworkAccess = true,
        };
        change(after);
        return new PeeringChangeStep { Action = "UpdatePeering", TargetId = id, After = after };
    }
}
