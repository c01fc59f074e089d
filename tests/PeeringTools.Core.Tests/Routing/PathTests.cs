using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

public class PathTests
{
    [Fact]
    public void Peered_networks_reach_each_other_and_every_hop_says_why()
    {
        PeeringPath path = Trace(HubAndSpokes(), "a", "hub");
        Assert.Equal((PeeringPathVerdict.Reachable, ""), (path.Verdict, path.Reason));
        Assert.Equal(["Forward 1 vm-a", "Forward 2 logs", "Return 1 logs", "Return 2 vm-a"], path.Hops.Select(h => $"{h.Direction} {h.Number} {h.Name}"));
        Assert.All(path.Hops, hop => Assert.NotEmpty(hop.Why));
        Assert.Equal(("10.0.0.0/16", "VNetPeering"), (path.Hops[0].AddressPrefix, path.Hops[0].NextHopType));
    }

    [Fact]
    public void Peering_is_not_transitive_and_the_path_says_which_route_drops_it()
    {
        PeeringPath path = Trace(HubAndSpokes(), "a", "b");
        Assert.Equal(PeeringPathVerdict.Blocked, path.Verdict);
        Assert.Contains("10.0.0.0/8", path.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_network_in_the_middle_before_any_default_rule_of_a_group()
    {
        EstateSketch sketch = HubAndSpokes().SecurityGroup("bare").Subnet("a/guarded", "10.1.4.0/24", group: "bare").Interface("guarded", "a/guarded", "10.1.4.5");
        PeeringPath path = Trace(sketch, EstateSketch.InterfaceIdOf("guarded"), "b");
        Assert.StartsWith("Peering is not transitive: 'a' and 'b' are peered with 'hub', not with each other.", path.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("not transitive", Trace(sketch, "a", "10.200.0.1").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void IPv6_is_no_more_transitive()
    {
        EstateSketch sketch = new EstateSketch().Network("hub", "fd00:0::/48").Network("a", "fd00:a::/48").Network("b", "fd00:b::/48")
            .SecurityGroup("bare").Subnet("a/s", "fd00:a::/64", group: "bare").Subnet("b/s", "fd00:b::/64").Peer("hub", "a").Peer("hub", "b");
        Assert.StartsWith("Peering is not transitive", Trace(sketch, "a", "fd00:b::9").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_stops_a_packet_at_its_start_does_not_hide_the_route_it_would_take()
    {
        EstateSketch sketch = HubAndSpokes().SecurityGroup("shut", EstateSketch.Rule("no", 100, "Outbound", "Deny"))
            .Subnet("a/shut", "10.1.4.0/24", group: "shut").Interface("shut", "a/shut", "10.1.4.5");
        PeeringPath path = Trace(sketch, EstateSketch.InterfaceIdOf("shut"), "hub");
        Assert.Equal("Rule 'no' (100) of 'shut' denies it.", path.Reason);
        Assert.Equal(("10.0.0.0/16", "VNetPeering"), (path.Hops[0].AddressPrefix, path.Hops[0].NextHopType));
    }

    [Fact]
    public void What_was_expected_and_is_otherwise_is_said()
    {
        PeeringPath straight = Trace(HubAndSpokes(), "a", "hub");
        Assert.Equal((false, "Expected Blocked. Expected next hop 10.0.1.4, found VNetPeering."), Judged(straight, PeeringPathVerdict.Blocked, "10.0.1.4"));
        Assert.Equal((true, ""), Judged(straight, PeeringPathVerdict.Reachable, "vnetpeering"));
        Assert.Equal((null, ""), Judged(Trace(HubAndSpokes(), "a", "hub"), null, null));
        straight.LiveAgrees = false;
        Assert.Equal((false, "What Azure says is not as predicted."), Judged(straight, PeeringPathVerdict.Reachable, null));
    }

    [Fact]
    public void Through_the_hubs_firewall_two_spokes_reach_each_other_both_ways()
    {
        PeeringPath path = Trace(ThroughFirewall(), "a", "b");
        Assert.Equal((PeeringPathVerdict.Reachable, ""), (path.Verdict, path.Reason));
        Assert.Equal(["vm-a", "fw", "vm-b", "vm-b", "fw", "vm-a"], path.Hops.Select(h => h.Name));
    }

    [Fact]
    public void A_spoke_whose_half_refuses_forwarded_traffic_stops_it()
    {
        PeeringPath path = Trace(ThroughFirewall(refusing: "b"), "a", "b");
        Assert.Equal(PeeringPathVerdict.Blocked, path.Verdict);
        Assert.Contains("b/to-hub", path.Reason, StringComparison.Ordinal);
        Assert.Contains("AllowForwardedTraffic", path.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_firewall_that_sees_only_one_direction_stops_the_connection_and_another_appliance_may()
    {
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(OneWay(ThroughFirewall()), "a", "b").Verdict);
        EstateSketch appliance = OneWay(ThroughAppliance(nic => nic));
        Assert.Equal(PeeringPathVerdict.Unknown, Trace(appliance, "a", "b").Verdict);
    }

    [Fact]
    public void An_appliance_forwards_only_with_IP_forwarding()
    {
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(ThroughAppliance(nic => nic with { EnableIPForwarding = true }), "a", "b").Verdict);
        PeeringPath off = Trace(ThroughAppliance(nic => nic with { EnableIPForwarding = false }), "a", "b");
        Assert.Equal(PeeringPathVerdict.Blocked, off.Verdict);
        Assert.Contains("IP forwarding is off", off.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_balancers_frontend_leads_to_the_interfaces_behind_it()
    {
        EstateSketch sketch = Tables(HubAndSpokes().Subnet("hub/nva", "10.0.3.0/24").Appliance("nva1", "hub/nva", "10.0.3.5").LoadBalancer("lb", "hub/nva", "10.0.1.4", "nva1"));
        Assert.Equal(["vm-a", "lb", "vm-b", "vm-b", "lb", "vm-a"], Trace(sketch, "a", "b").Hops.Select(h => h.Name));
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch, "a", "b").Verdict);
    }

    [Fact]
    public void A_next_hop_that_nobody_has_stops_it_and_one_that_cannot_be_read_leaves_it_open()
    {
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(Tables(HubAndSpokes()), "a", "b").Verdict);
        Assert.Equal(PeeringPathVerdict.Unknown, Trace(Tables(HubAndSpokes()).Unread(SurroundingKinds.Firewalls), "a", "b").Verdict);
    }

    [Fact]
    public void Two_appliances_that_send_to_each_other_are_a_loop()
    {
        EstateSketch sketch = HubAndSpokes().Table("from-a", EstateSketch.Route("on", "10.2.0.0/16", "10.0.1.4")).Subnet("a/led", "10.1.3.0/24", table: "from-a")
            .Subnet("hub/one", "10.0.1.0/24", table: "to-two").Subnet("hub/two", "10.0.4.0/24", table: "from-a")
            .Table("to-two", EstateSketch.Route("on", "10.2.0.0/16", "10.0.4.4"))
            .Appliance("one", "hub/one", "10.0.1.4").Appliance("two", "hub/two", "10.0.4.4").Interface("led", "a/led", "10.1.3.5");
        PeeringPath path = Trace(sketch, EstateSketch.InterfaceIdOf("led"), "b");
        Assert.Equal(PeeringPathVerdict.Blocked, path.Verdict);
        Assert.Contains("loop", path.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_stops_the_first_packet_and_never_the_answer()
    {
        EstateSketch sketch = HubAndSpokes()
            .SecurityGroup("closed", EstateSketch.Rule("no", 100, "Inbound", "Deny"))
            .Subnet("a/closed", "10.1.4.0/24", group: "closed").Interface("shut", "a/closed", "10.1.4.5");
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch, EstateSketch.InterfaceIdOf("shut"), "hub").Verdict);
        PeeringPath path = Trace(sketch, "hub", EstateSketch.InterfaceIdOf("shut"));
        Assert.Equal("Rule 'no' (100) of 'closed' denies it.", path.Reason);
    }

    [Fact]
    public void A_rule_about_a_port_leaves_a_path_open_until_the_port_is_named()
    {
        EstateSketch sketch = HubAndSpokes()
            .SecurityGroup("web", EstateSketch.Rule("https", 100, "Inbound", "Allow", port: "443", protocol: "Tcp"), EstateSketch.Rule("rest", 200, "Inbound", "Deny"))
            .Subnet("a/web", "10.1.4.0/24", group: "web").Interface("web", "a/web", "10.1.4.5");
        string web = EstateSketch.InterfaceIdOf("web");
        Assert.Equal(PeeringPathVerdict.Unknown, Trace(sketch, "hub", web).Verdict);
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch, "hub", web, "Tcp", 443).Verdict);
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(sketch, "hub", web, "Tcp", 22).Verdict);
    }

    [Fact]
    public void What_stops_it_later_stops_it_although_something_before_was_not_known()
    {
        EstateSketch sketch = HubAndSpokes().Subnet("a/x", "10.1.4.0/24", group: "unread").Interface("x", "a/x", "10.1.4.5");
        Assert.Equal(PeeringPathVerdict.Unknown, Trace(sketch, EstateSketch.InterfaceIdOf("x"), "hub").Verdict);
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(sketch, EstateSketch.InterfaceIdOf("x"), "b").Verdict);
    }

    /// <summary>Recorded: with access off on both halves probes failed both ways, between machines without a group.</summary>
    [Fact]
    public void Without_access_machines_without_a_group_do_not_reach_each_other_and_an_explicit_rule_still_lets_through()
    {
        EstateSketch sketch() => new EstateSketch().Network("a", "10.1.0.0/16").Network("b", "10.2.0.0/16")
            .SecurityGroup("open", EstateSketch.Rule("in", 100, "Inbound", "Allow"), EstateSketch.Rule("out", 100, "Outbound", "Allow"))
            .Peer("a", "b", s => s.AllowVirtualNetworkAccess = false, s => s.AllowVirtualNetworkAccess = false);
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(sketch().Subnet("a/s", "10.1.0.0/24").Subnet("b/s", "10.2.0.0/24"), "a", "b").Verdict);
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch().Subnet("a/s", "10.1.0.0/24", group: "open").Subnet("b/s", "10.2.0.0/24", group: "open"), "a", "b").Verdict);
    }

    [Fact]
    public void A_site_behind_the_hubs_gateway_reaches_the_spokes_that_use_it()
    {
        EstateSketch sketch = new EstateSketch().Network("hub", "10.0.0.0/16").Network("a", "10.1.0.0/16").Network("b", "10.2.0.0/16")
            .Subnet("hub/GatewaySubnet", "10.0.255.0/27").Subnet("a/s", "10.1.0.0/24").Subnet("b/s", "10.2.0.0/24").Gateway("vpn", "hub", "192.168.0.0/16")
            .Peer("hub", "a", s => s.AllowGatewayTransit = true, s => s.UseRemoteGateways = true).Peer("hub", "b");
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch, "a", "192.168.5.5").Verdict);
        Assert.Equal(PeeringPathVerdict.Reachable, Trace(sketch, "192.168.5.5", "a").Verdict);
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(sketch, "b", "192.168.5.5").Verdict);
        Assert.Equal(PeeringPathVerdict.Blocked, Trace(sketch, "192.168.5.5", "b").Verdict);
    }

    [Fact]
    public void A_network_is_stood_for_by_a_machine_or_its_first_free_address_and_the_path_says_so()
    {
        Assert.Contains("vm-a", Trace(HubAndSpokes(), "a", "hub").Ends[0], StringComparison.Ordinal);
        PeeringPath bare = Trace(new EstateSketch().Network("a", "10.1.0.0/16").Subnet("a/s", "10.1.9.0/24").Network("b", "10.2.0.0/16").Subnet("b/s", "10.2.0.0/24").Peer("a", "b"), "a", "b");
        Assert.Equal("10.1.9.4", bare.SourceAddress);
        Assert.Equal(PeeringPathVerdict.Reachable, bare.Verdict);
    }

    [Fact]
    public void IPv6_has_paths_of_its_own()
    {
        EstateSketch sketch = new EstateSketch().Network("a", "10.1.0.0/16", "fd00:a::/48").Network("b", "10.2.0.0/16", "fd00:b::/48")
            .Subnet("a/s", "10.1.0.0/24;fd00:a::/64").Subnet("b/s", "10.2.0.0/24;fd00:b::/64").Peer("a", "b");
        PeeringPath path = Trace(sketch, "a", "fd00:b::9");
        Assert.Equal(("fd00:a::4", PeeringPathVerdict.Reachable), (path.SourceAddress, path.Verdict));
    }

    [Fact]
    public void A_peer_that_was_not_read_leaves_the_path_open()
    {
        EstateSketch sketch = new EstateSketch().Network("a", "10.1.0.0/16").Subnet("a/s", "10.1.0.0/24").Half("a", "far", s => s.RemoteAddressSpace = ["10.9.0.0/16"]);
        Assert.Equal(PeeringPathVerdict.Unknown, Trace(sketch, "a", "10.9.0.5").Verdict);
    }

    [Theory]
    [InlineData("10.77.0.0/16")]
    [InlineData("no-such-thing")]
    public void An_end_that_is_nothing_is_an_error(string end) =>
        Assert.Equal(nameof(Errors.PathEndUnknown), Assert.Throws<PeeringException>(() => Trace(HubAndSpokes(), "a", end)).Error.Id);

    private static (bool? Pass, string Unmet) Judged(PeeringPath path, PeeringPathVerdict? verdict, string? nextHop)
    {
        PathExpectation.Judge(path, verdict, nextHop);
        return (path.Pass, path.Unmet);
    }

    private static EstateSketch HubAndSpokes() => new EstateSketch()
        .Network("hub", "10.0.0.0/16").Network("a", "10.1.0.0/16").Network("b", "10.2.0.0/16")
        .Subnet("hub/shared", "10.0.2.0/24").Subnet("a/app", "10.1.0.0/24", table: "from-a").Subnet("b/app", "10.2.0.0/24", table: "from-b")
        .Table("from-a").Table("from-b")
        .Interface("logs", "hub/shared", "10.0.2.5").Interface("vm-a", "a/app", "10.1.0.5").Interface("vm-b", "b/app", "10.2.0.5")
        .Peer("hub", "a", onRemote: s => s.AllowForwardedTraffic = true).Peer("hub", "b", onRemote: s => s.AllowForwardedTraffic = true);

    private static EstateSketch Tables(EstateSketch sketch) => sketch
        .Table("from-a", EstateSketch.Route("all", "0.0.0.0/0", "10.0.1.4")).Table("from-b", EstateSketch.Route("all", "0.0.0.0/0", "10.0.1.4"));

    /// <summary>A direct peering besides: one table leads around it, the other does not.</summary>
    private static EstateSketch OneWay(EstateSketch sketch) => sketch.Peer("a", "b").Table("from-a", EstateSketch.Route("on", "10.2.0.0/16", "10.0.1.4"));

    private static EstateSketch ThroughFirewall(string? refusing = null)
    {
        EstateSketch sketch = Tables(HubAndSpokes()).Subnet("hub/AzureFirewallSubnet", "10.0.1.0/26").Firewall("fw", "hub/AzureFirewallSubnet", "10.0.1.4");
        return refusing is null ? sketch : sketch.With(refusing, n =>
        {
            n.Peerings[0].AllowForwardedTraffic = false;
            return n;
        });
    }

    private static EstateSketch ThroughAppliance(Func<NetworkInterface, NetworkInterface> change) =>
        Tables(HubAndSpokes()).Subnet("hub/nva", "10.0.1.0/26").Interface("nva", "hub/nva", "10.0.1.4", nic => change(nic with { EnableIPForwarding = true }));

    private static PeeringPath Trace(EstateSketch sketch, string from, string to, string protocol = "*", int? port = null) =>
        new PathTracer(new RoutingModel(sketch.Build())).Trace(End(from), End(to), protocol, port);

    private static string End(string text) => text is "a" or "b" or "hub" ? EstateSketch.IdOf(text).Text : text;
}
