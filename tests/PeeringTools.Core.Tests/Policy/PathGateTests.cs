using System.Text;
using PeeringTools.Changes;
using PeeringTools.Fakes;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>requirePath at the gate: a spoke is taken only where hub, route tables and flags will fit together once it is peered.</summary>
public sealed class PathGateTests : IDisposable
{
    private const string Inspected = """
        { "id": "inspected", "between": ["spoke", "hub"], "requirePath": { "from": "spoke", "to": "10.2.0.0/24", "via": "10.0.1.4" } }
        """;

    private readonly Bench _bench = new();
    private readonly FakeNetwork _other;

    /// <summary>A hub with a firewall, a spoke that is peered with it, and one that waits; both send to each other through the firewall.</summary>
    public PathGateTests()
    {
        string firewall = _bench.Hub.AddSubnet(Subnet.Firewall, "10.0.1.0/26").Id;
        Around.Firewalls.Add(new AzureFirewall
        {
            Id = IdOf("azureFirewalls", "afw"),
            Name = "afw",
            Addresses = [new InterfaceAddress { SubnetId = firewall, PrivateIPAddress = "10.0.1.4" }],
        });
        Around.RouteTables.Add(new RouteTable { Id = IdOf("routeTables", "rt"), Name = "rt", Routes = [EstateSketch.Route("spokes", "10.0.0.0/8", "10.0.1.4")] });
        _other = _bench.Fake.Add("other", "10.2.0.0/16");
        _ = _other.AddSubnet("app", "10.2.0.0/24", Routed);
        _ = _bench.Spoke.AddSubnet("app", "10.1.0.0/24", Routed);
        _bench.Fake.Peer(_bench.Hub, _other);
        _other.SideTo(_bench.Hub.Id)!.AllowForwardedTraffic = true;
        this.Guard(Inspected);
    }

    private FakeSurroundings Around => _bench.Fake.Around;

    /// <summary>The spoke is the remote one: its side lets in what the firewall sends on.</summary>
    private PeeringRequest Fitting => _bench.Request(ChangeKind.New) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote } };

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_spoke_whose_route_table_and_flags_fit_the_hub_is_peered()
    {
        Assert.Empty(_bench.ExecuteOne(Fitting).Errors);
        Assert.True(_bench.SpokeSide!.AllowForwardedTraffic);
    }

    [Fact]
    public void A_spoke_without_the_route_table_is_refused_with_the_hop_it_would_take()
    {
        _bench.Spoke.Subnets[0] = _bench.Spoke.Subnets[0] with { RouteTableId = null };
        ChangeOutcome outcome = _bench.ExecuteOne(Fitting with { SkipPreflight = true });
        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal(nameof(Errors.PolicyViolation), error.Id);
        Assert.Contains("From 'spoke/app' the next hop to 10.2.0.0/24 is None and has to be 10.0.1.4", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void A_route_table_does_not_help_where_the_flags_stop_what_the_firewall_sends_back()
    {
        Assert.Contains("does not arrive", this.ProblemOf(_bench.Request(ChangeKind.New)), StringComparison.Ordinal);
        Assert.Contains("does not arrive", this.ProblemOf(Fitting with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Local } }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_without_the_firewall_takes_no_spoke()
    {
        Around.Firewalls.Clear();
        Assert.Contains("10.0.1.4", this.ProblemOf(Fitting), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_that_is_taken_away_from_a_pair_is_refused_for_the_way_it_stops()
    {
        Assert.Empty(_bench.ExecuteOne(Fitting).Errors);
        PeeringRequest taking = _bench.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.None } };
        Assert.Equal(nameof(Errors.PolicyViolation), Assert.Single(_bench.ExecuteOne(taking).Errors).Id);
        Assert.True(_bench.SpokeSide!.AllowForwardedTraffic);
    }

    [Theory]
    [InlineData("ListRouteTables")]
    [InlineData("ListFirewalls")]
    [InlineData("ListNetworkInterfaces")]
    public void Surroundings_that_cannot_be_read_refuse_the_plan_with_the_reason(string call)
    {
        _bench.Fake.Fail(call, "", PeeringException.Of(nameof(Errors.AccessDenied), null, "x", "you may not look here"));
        string problem = this.ProblemOf(Fitting);
        Assert.Contains("rule 'inspected' could not be judged, because the way from 'spoke/app' to 10.2.0.0/24 is not known", problem, StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void Prefixes_that_no_sync_has_brought_into_force_carry_nothing()
    {
        Assert.Empty(_bench.ExecuteOne(Fitting).Errors);
        _ = _bench.Spoke.AddSubnet("more", "10.3.0.0/24", Routed);
        _bench.Fake.Resize(_bench.Spoke, "10.1.0.0/16", "10.3.0.0/16");
        Assert.Contains("'spoke/more'", this.ProblemOf(Fitting), StringComparison.Ordinal);
        Assert.Empty(_bench.ExecuteOne(_bench.Request(ChangeKind.Sync)).Errors);
        Assert.Empty(_bench.PlanOne(Fitting).Problems);
    }

    [Fact]
    public void Half_a_pair_carries_nothing() =>
        Assert.Contains("does not arrive", this.ProblemOf(Fitting with { Scope = SideScope.Local }), StringComparison.Ordinal);

    [Fact]
    public void A_network_that_cannot_be_read_leaves_the_way_unjudged()
    {
        ResourceId far = _bench.Fake.Add("spoke-far", "10.9.0.0/16", subscription: "00000000-0000-0000-0000-0000000000ff").Id;
        _bench.Fake.Hide(far.SubscriptionId);
        PeeringRequest half = Fitting with { RemoteId = far, Scope = SideScope.Local };
        Assert.Contains("routes and security groups were not read", this.ProblemOf(half), StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Count("ListRouteTables"));
    }

    [Fact]
    public void The_rows_before_count_as_made()
    {
        FakeNetwork late = _bench.Fake.Add("late", "10.7.0.0/16");
        _ = late.AddSubnet("app", "10.7.0.0/24", Routed);
        PeeringRequest there = Fitting with { RemoteId = late.Id };
        this.Guard(Inspected.Replace("10.2.0.0/24", "10.7.0.0/24", StringComparison.Ordinal));

        Assert.Equal([0, 0], _bench.Plan(there, Fitting).Select(plan => plan.Problems.Count));
        Assert.Equal([1, 0], _bench.Plan(Fitting, there).Select(plan => plan.Problems.Count));
    }

    [Fact]
    public void What_surrounds_the_networks_is_read_once_and_only_where_a_way_is_asked_for()
    {
        FakeNetwork second = _bench.Fake.Add("spoke2", "10.4.0.0/16");
        _ = second.AddSubnet("app", "10.4.0.0/24", Routed);
        Assert.Equal([0, 0], _bench.Plan(Fitting, Fitting with { RemoteId = second.Id }).Select(plan => plan.Problems.Count));
        Assert.Equal(1, _bench.Fake.Count("ListRouteTables"));

        _ = _bench.PlanOne(_bench.Request(ChangeKind.New, _other, second));
        this.Guard("""{ "id": "flags", "between": ["spoke", "hub"], "flags": { "spoke": { "allowForwardedTraffic": true } } }""");
        Assert.Empty(_bench.PlanOne(Fitting).Problems);
        Assert.Equal(1, _bench.Fake.Count("ListRouteTables"));
    }

    [Fact]
    public void A_way_that_is_only_wished_for_warns()
    {
        this.Guard(Inspected.Replace("\"id\"", "\"severity\": \"Warning\", \"id\"", StringComparison.Ordinal));
        ChangePlan plan = _bench.PlanOne(_bench.Request(ChangeKind.New));
        Assert.Empty(plan.Problems);
        Assert.Contains(plan.Warnings, warning => warning.Contains("inspected", StringComparison.Ordinal));
    }

    private static Subnet Routed(Subnet subnet) => subnet with { RouteTableId = IdOf("routeTables", "rt") };

    private static string IdOf(string type, string name) =>
        $"/subscriptions/{FakeArmNetwork.DefaultSubscription}/resourceGroups/rg/providers/Microsoft.Network/{type}/{name}";

    private string ProblemOf(PeeringRequest request)
    {
        PeeringError problem = Assert.Single(_bench.PlanOne(request).Problems);
        Assert.Equal(nameof(Errors.PolicyViolation), problem.Id);
        return problem.Message;
    }

    private void Guard(string rule)
    {
        string json = $$"""
            { "version": 1, "roles": { "hub": { "name": "hub" }, "spoke": { "name": "spoke*" } }, "rules": [ {{rule}} ] }
            """;
        _bench.Gates = [new PolicyGate(PolicyFile.Parse("policy.json", Encoding.UTF8.GetBytes(json)), _bench.Clock)];
    }
}
