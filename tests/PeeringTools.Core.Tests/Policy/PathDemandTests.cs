using System.Text;
using PeeringTools.Fakes;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>requirePath: hub, route tables and flags have to fit together, or a spoke does not pass.</summary>
public class PathDemandTests
{
    private const string Rule = """
        { "id": "inspected", "between": ["spoke", "hub"], "requirePath": { "from": "spoke", "to": "10.2.0.0/24", "via": "10.0.1.4" } }
        """;

    [Fact]
    public void A_way_through_the_firewall_both_ways_passes() => Assert.Equal(PeeringPolicyVerdict.Compliant, Judge(Sketch()).Verdict);

    [Fact]
    public void Without_a_route_table_the_next_hop_is_named()
    {
        PeeringPolicyViolation found = Assert.Single(Judge(Sketch(table: null)).Violations);
        Assert.Equal(("10.0.1.4", PeeringDirection.Local), (found.Expected, found.Side));
        Assert.Contains("From 'spoke/app' the next hop to 10.2.0.0/24", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_that_stops_the_way_is_a_violation_although_the_route_is_right()
    {
        PeeringPolicyViolation found = Assert.Single(Judge(Sketch(forwards: false)).Violations);
        Assert.Equal("Blocked", found.Actual);
    }

    [Fact]
    public void A_route_table_that_was_not_read_is_no_pass()
    {
        PolicyJudgement judgement = Judge(Sketch().Unread(SurroundingKinds.RouteTables), tablesRead: false);
        Assert.Equal((PeeringPolicyVerdict.Unknown, "inspected"), (judgement.Verdict, judgement.Skipped[0].RuleId));
    }

    /// <summary>What a table routes belongs to the VirtualNetwork tag, so a group that denies the rest is not known to deny.</summary>
    [Fact]
    public void Neither_does_a_security_group_decide_where_the_route_table_was_not_read()
    {
        EstateSketch guarded = Sketch(group: "defaults").SecurityGroup("defaults");
        Assert.Equal(PeeringPolicyVerdict.Compliant, Judge(guarded).Verdict);
        Assert.Equal(PeeringPolicyVerdict.Unknown, Judge(guarded.Unread(SurroundingKinds.RouteTables), tablesRead: false).Verdict);
    }

    [Fact]
    public void The_next_hop_is_named_although_a_security_group_stops_the_packet_before_its_route()
    {
        PeeringPolicyViolation found = Assert.Single(Judge(Sketch(table: null, group: "defaults").SecurityGroup("defaults")).Violations);
        Assert.Equal(("10.0.1.4", "None"), (found.Expected, found.Actual));
    }

    [Fact]
    public void A_way_that_leads_into_a_network_that_was_not_read_is_not_known()
    {
        Estate all = Sketch().Build();
        Estate near = all with { Networks = all.Networks.Where(one => one.Key.Name != "other").ToDictionary(one => one.Key, one => one.Value) };
        PolicyJudgement judgement = Judge(near);
        Assert.Equal(PeeringPolicyVerdict.Unknown, judgement.Verdict);
        Assert.Contains("'other'", judgement.Skipped[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_without_surroundings_cannot_be_judged()
    {
        PolicyJudgement judgement = Judge((Estate?)null);
        Assert.Equal(PeeringPolicyVerdict.Unknown, judgement.Verdict);
    }

    [Fact]
    public void Without_via_the_way_leads_straight_through_the_peering()
    {
        const string straight = """{ "id": "near", "between": ["spoke", "hub"], "requirePath": { "from": "spoke", "to": "10.0.2.10" } }""";
        Assert.Equal(PeeringPolicyVerdict.Compliant, Judge(Sketch(table: null), straight).Verdict);
        Assert.Equal("10.0.1.4", Assert.Single(Judge(Sketch(everything: true), straight).Violations).Actual);
    }

    /// <summary>Two spokes at a hub with a firewall between them.</summary>
    private static EstateSketch Sketch(string? table = "to-firewall", bool forwards = true, bool everything = false, string? group = null)
    {
        UserRoute[] routes = [EstateSketch.Route("others", "10.0.0.0/8", "10.0.1.4")];
        if (everything) routes = [.. routes, EstateSketch.Route("shared", "10.0.2.0/24", "10.0.1.4")];
        return new EstateSketch()
            .Network("hub", "10.0.0.0/16").Subnet("hub/AzureFirewallSubnet", "10.0.1.0/26").Subnet("hub/shared", "10.0.2.0/24")
            .Firewall("afw", "hub/AzureFirewallSubnet", "10.0.1.4")
            .Network("spoke", "10.1.0.0/16").Subnet("spoke/app", "10.1.0.0/24", table, group)
            .Network("other", "10.2.0.0/16").Subnet("other/app", "10.2.0.0/24", "to-firewall")
            .Table("to-firewall", routes)
            .Peer("spoke", "hub", s => s.AllowForwardedTraffic = forwards)
            .Peer("other", "hub", s => s.AllowForwardedTraffic = true);
    }

    private static PolicyJudgement Judge(EstateSketch? sketch, string rule = Rule, bool tablesRead = true)
    {
        Estate? estate = sketch?.Build();
        if (!tablesRead) estate = estate! with { RouteTables = new Dictionary<string, RouteTable>() };
        return Judge(estate, rule);
    }

    private static PolicyJudgement Judge(Estate? estate, string rule = Rule)
    {
        string json = $$"""{ "version": 1, "roles": { "hub": { "name": "hub" }, "spoke": { "name": "spoke" } }, "rules": [ {{rule}} ] }""";
        PolicySubject pair = new()
        {
            Local = Side("spoke"),
            Remote = Side("hub"),
            Routing = estate is null ? null : new RoutingModel(estate),
        };
        return new PolicyJudge(PolicyFile.Parse("policy.json", Encoding.UTF8.GetBytes(json)), DateTimeOffset.UnixEpoch).Judge(pair);
    }

    private static PolicySide Side(string name) => new() { VirtualNetworkId = EstateSketch.IdOf(name).Text, Name = name, Settings = new PeeringSettings() };
}
