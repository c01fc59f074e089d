using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What a route table opens that a spoke is to have, together with its peering.</summary>
public class RouteTableImpactTests
{
    [Fact]
    public void A_spoke_that_is_led_to_the_firewall_gains_the_others_only_once_its_half_takes_what_comes_back()
    {
        PeeringReachChange table = Assert.Single(Measure(Drawn(), Led(Drawn())).Reach);
        Assert.Equal(("Rerouted", PeeringPathVerdict.Blocked), (table.Kind, table.After));
        Assert.Empty(Measure(Drawn(), Drawn(accepts: true)).Reach);

        PeeringImpact both = Measure(Drawn(), Led(Drawn(accepts: true)));

        Assert.Equal(["Gained: a/app - 10.2.0.0/16 (b)", "Gained: b/app - 10.1.0.0/16 (a)"], both.Reach.Select(r => r.ToString()));
        Assert.All(both.Reach, r => Assert.Equal("VirtualAppliance 10.0.1.4", r.NextHopAfter));
        Assert.Equal((2, 0), (both.Gained, both.Lost));
    }

    [Fact]
    public void A_way_that_a_rule_opens_for_one_port_is_gained_for_that_port_and_where_none_is_named()
    {
        EstateSketch guarded(bool accepts) => Drawn(accepts, group: "web").SecurityGroup("web",
            EstateSketch.Rule("https", 100, "Inbound", "Allow", port: "443", protocol: "Tcp"), EstateSketch.Rule("rest", 200, "Inbound", "Deny"));
        string kinds(string protocol, int? port) =>
            string.Join(" ", Measure(guarded(false), Led(guarded(true)), protocol, port).Reach.Where(r => r.From == "a/app").Select(r => r.Kind));

        Assert.Equal("Gained", kinds("Tcp", 443));
        Assert.Equal("Rerouted", kinds("Tcp", 22));
        Assert.Equal("Gained", kinds("*", null));
    }

    [Fact]
    public void A_table_is_given_to_the_subnets_that_are_named_and_the_estate_before_stays_as_it_was()
    {
        Estate before = Drawn().Build();

        Estate after = Led(before);

        Assert.Equal(EstateSketch.TableIdOf("spare"), TableOf(after, "a"));
        Assert.Equal(EstateSketch.TableIdOf("to-firewall"), TableOf(after, "b"));
        Assert.Null(TableOf(before, "a"));
        Assert.False(before.RouteTables.ContainsKey(EstateSketch.TableIdOf("spare")));
    }

    private static string? TableOf(Estate estate, string network) => estate.Networks[EstateSketch.IdOf(network)].Subnets[0].RouteTableId;

    /// <summary>A hub with a firewall, b led to it, and a not yet.</summary>
    private static EstateSketch Drawn(bool accepts = false, string? group = null) => new EstateSketch()
        .Network("hub", "10.0.0.0/16").Network("a", "10.1.0.0/16").Network("b", "10.2.0.0/16")
        .Subnet("hub/AzureFirewallSubnet", "10.0.1.0/26").Firewall("fw", "hub/AzureFirewallSubnet", "10.0.1.4")
        .Subnet("a/app", "10.1.0.0/24").Subnet("b/app", "10.2.0.0/24", table: "to-firewall", group: group)
        .Table("to-firewall", EstateSketch.Route("all", "0.0.0.0/0", "10.0.1.4"))
        .Interface("vm-a", "a/app", "10.1.0.5").Interface("vm-b", "b/app", "10.2.0.5")
        .Peer("hub", "a", onRemote: s => s.AllowForwardedTraffic = accepts).Peer("hub", "b", onRemote: s => s.AllowForwardedTraffic = true);

    /// <summary>With a table that no subnet has yet.</summary>
    private static Estate Led(EstateSketch sketch) => Led(sketch.Build());

    private static Estate Led(Estate estate) => PlannedEstate.After(
        estate, [EstateSketch.SubnetIdOf("a/app")],
        new RouteTable { Id = EstateSketch.TableIdOf("spare"), Name = "spare", Routes = [EstateSketch.Route("all", "0.0.0.0/0", "10.0.1.4")] });

    private static PeeringImpact Measure(EstateSketch before, EstateSketch after) => Measure(before, after.Build());

    private static PeeringImpact Measure(EstateSketch before, Estate after, string protocol = "*", int? port = null) =>
        new ImpactMeasure(before.Build(), after, [EstateSketch.IdOf("a"), EstateSketch.IdOf("hub")], protocol, port).Measure();
}
