using System.Text;
using PeeringTools.Changes;

namespace PeeringTools.Policy;

/// <summary>The policy looks at what a plan would leave behind, before the first write.</summary>
public sealed class PolicyGateTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_plan_that_breaks_the_policy_writes_nothing_even_without_preflight()
    {
        this.Guard("""{ "id": "no", "between": ["hub", "spoke"], "forbid": true }""");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { SkipPreflight = true });
        Assert.Equal(nameof(Errors.PolicyViolation), Assert.Single(outcome.Errors).Id);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void The_flags_that_count_are_those_the_plan_leaves()
    {
        this.Guard("""{ "id": "forwarded", "between": ["spoke", "hub"], "flags": { "spoke": { "allowForwardedTraffic": true } } }""");
        Assert.Contains("allowForwardedTraffic", Assert.Single(_bench.PlanOne(_bench.Request(ChangeKind.New)).Problems).Message, StringComparison.Ordinal);
        PeeringRequest fitting = _bench.Request(ChangeKind.New) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote } };
        Assert.Empty(_bench.ExecuteOne(fitting).Errors);
        PeeringRequest taking = _bench.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.None } };
        Assert.Equal(nameof(Errors.PolicyViolation), Assert.Single(_bench.ExecuteOne(taking).Errors).Id);
        Assert.True(_bench.SpokeSide!.AllowForwardedTraffic);
    }

    [Fact]
    public void The_record_that_counts_is_the_one_the_plan_writes()
    {
        this.Guard("""{ "id": "bridge", "between": ["*", "*"], "maximumLifetime": "42d", "ticket": "CHG-*" }""");
        PeeringRequest request = _bench.Request(ChangeKind.New);
        Assert.Equal(2, _bench.PlanOne(request).Problems.Count);
        RecordWish wish = new() { ExpiresOn = _bench.Clock.GetUtcNow().AddDays(30), Ticket = "CHG-7" };
        Assert.Empty(_bench.ExecuteOne(request with { Record = wish }).Errors);
        ChangePlan forever = _bench.PlanOne(_bench.Request(ChangeKind.Set) with { Record = new RecordWish { NoExpiration = true } });
        Assert.Contains("never ends", Assert.Single(forever.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(_bench.PlanOne(_bench.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } }).Problems);
    }

    [Fact]
    public void A_warning_of_the_policy_lets_the_plan_go_on()
    {
        this.Guard("""{ "id": "owned", "between": ["*", "*"], "severity": "Warning", "owner": "*" }""");
        ChangePlan plan = _bench.PlanOne(_bench.Request(ChangeKind.New));
        Assert.Empty(plan.Problems);
        Assert.Contains("owned", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_judged_does_not_pass()
    {
        this.Guard("""{ "id": "mix", "between": ["prod", "test"], "forbid": true }""");
        _bench.Hub.Tags["environment"] = "prod";
        _bench.Fake.Hide(_bench.Fake.Add("far", "10.9.0.0/16", subscription: "00000000-0000-0000-0000-0000000000ff").Id.SubscriptionId);
        ResourceId far = ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-0000000000ff", "rg", "far");
        PeeringRequest half = _bench.Request(ChangeKind.New) with { RemoteId = far, Scope = SideScope.Local };
        Assert.Contains("could not be judged", Assert.Single(_bench.PlanOne(half).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_refused_already_leaves_nothing_to_judge()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        this.Guard("""{ "id": "owned", "between": ["*", "*"], "owner": "*" }""");
        PeeringRequest again = _bench.Request(ChangeKind.New) with { Record = new RecordWish { ExpiresOn = _bench.Clock.GetUtcNow().AddDays(30) } };
        Assert.Equal([nameof(Errors.PairExistsUseSet)], _bench.Problems(again));
    }

    [Fact]
    public void Removing_and_syncing_are_not_the_policys_to_forbid()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        this.Guard("""{ "id": "no", "between": ["*", "*"], "forbid": true }""");
        Assert.Empty(_bench.PlanOne(_bench.Request(ChangeKind.Remove)).Problems);
        Assert.Empty(_bench.PlanOne(_bench.Request(ChangeKind.Sync)).Problems);
    }

    private void Guard(string rules)
    {
        string json = $$"""
            { "version": 1, "roles": { "hub": { "name": "hub" }, "spoke": { "name": "spoke*" }, "prod": { "environment": "prod" }, "test": { "environment": "test" } },
              "rules": [ {{rules}} ] }
            """;
        _bench.Gates = [new PolicyGate(PolicyFile.Parse("policy.json", Encoding.UTF8.GetBytes(json)), _bench.Clock)];
    }
}
