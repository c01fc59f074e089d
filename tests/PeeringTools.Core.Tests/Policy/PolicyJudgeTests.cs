using System.Text;

namespace PeeringTools.Policy;

/// <summary>A policy held against pairs: what it says, what it does not speak of, and what cannot be judged.</summary>
public class PolicyJudgeTests
{
    private const string Roles = """
        "roles": { "hub": { "name": "hub*" }, "spoke": { "name": "spoke*" }, "prod": { "environment": "prod" }, "test": { "environment": "test" } }
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_pair_that_no_rule_speaks_of_keeps_the_policy() =>
        Assert.Equal(PeeringPolicyVerdict.Compliant, Judge("", Pair("spoke1", "spoke2")).Verdict);

    [Fact]
    public void Where_the_unlisted_is_forbidden_some_rule_has_to_allow_a_pair()
    {
        const string rule = """{ "id": "ok", "between": ["spoke", "hub"] }""";
        Assert.Equal("unlisted", Judge(rule, Pair("spoke1", "spoke2"), unlisted: "forbid").Violations.Single().RuleId);
        Assert.Empty(Judge(rule, Pair("spoke1", "hub"), unlisted: "forbid").Violations);
    }

    [Theory]
    [InlineData("spoke1", "spoke2", true)]
    [InlineData("spoke1", "hub", false)]
    [InlineData("hub", "hub2", false)]
    public void A_forbidden_couple_is_a_violation_whichever_side_is_local(string local, string remote, bool violated)
    {
        const string rule = """{ "id": "no-mesh", "between": ["spoke", "spoke"], "forbid": true, "because": "spokes are customers" }""";
        Assert.Equal(violated, Judge(rule, Pair(local, remote)).Violations.Any(found => found is { RuleId: "no-mesh", Because: "spokes are customers" }));
        Assert.Equal(violated, Judge(rule, Pair(remote, local)).Violations.Any());
    }

    [Fact]
    public void A_flag_is_asked_of_the_side_that_has_the_role()
    {
        const string rule = """{ "id": "f", "between": ["spoke", "hub"], "flags": { "spoke": { "allowForwardedTraffic": true }, "both": { "allowVirtualNetworkAccess": true } } }""";
        PolicySubject pair = Pair("hub", "spoke1", remote: s => s with { AllowForwardedTraffic = true });
        Assert.Empty(Judge(rule, pair).Violations);
        PeeringPolicyViolation found = Judge(rule, Pair("hub", "spoke1", local: s => s with { AllowForwardedTraffic = true })).Violations.Single();
        Assert.Equal((PeeringDirection.Remote, "true", "false"), (found.Side, found.Expected, found.Actual));
        Assert.Contains("allowForwardedTraffic at the side of 'spoke1' is false", found.Message, StringComparison.Ordinal);
        Assert.Equal(2, Judge(rule, Pair("hub", "spoke1", local: Closed, remote: s => Closed(s) with { AllowForwardedTraffic = true })).Violations.Count);
    }

    [Fact]
    public void A_side_that_is_not_there_has_no_flags_to_judge()
    {
        PolicySubject pair = Pair("hub", "spoke1");
        pair = pair with { Remote = pair.Remote with { Settings = null } };
        PolicyJudgement judgement = Judge("""{ "id": "f", "between": ["spoke", "hub"], "flags": { "both": { "allowForwardedTraffic": false } } }""", pair);
        Assert.Equal(PeeringPolicyVerdict.Unknown, judgement.Verdict);
        Assert.Contains("spoke1", judgement.Skipped.Single().Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_temporary_pair_has_to_end_in_time()
    {
        const string rule = """{ "id": "t", "between": ["*", "*"], "maximumLifetime": "42d" }""";
        Assert.Contains("never ends", Judge(rule, Pair("a", "b")).Violations.Single().Message, StringComparison.Ordinal);
        Assert.Empty(Judge(rule, Pair("a", "b") with { Expires = Now.AddDays(42) }).Violations);
        Assert.Contains("2026-04-12", Judge(rule, Pair("a", "b") with { Expires = Now.AddDays(43) }).Violations.Single().Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Owner_and_ticket_have_to_be_there_and_fit()
    {
        const string rule = """{ "id": "t", "between": ["*", "*"], "owner": "*", "ticket": "CHG-*" }""";
        Assert.Equal(2, Judge(rule, Pair("a", "b")).Violations.Count);
        Assert.Equal("INC-1", Judge(rule, Pair("a", "b") with { Owner = "net", Ticket = "INC-1" }).Violations.Single().Actual);
        Assert.Empty(Judge(rule, Pair("a", "b") with { Owner = "net", Ticket = "chg-1" }).Violations);
        Assert.Equal(PeeringPolicyVerdict.Unknown, Judge(rule, Pair("a", "b") with { IsRecordKnown = false }).Verdict);
    }

    [Fact]
    public void Environments_come_from_a_tag_and_are_unknown_where_tags_were_not_read()
    {
        const string rule = """{ "id": "mix", "between": ["prod", "test"], "forbid": true }""";
        Assert.Single(Judge(rule, Pair("a", "b", tag: ("prod", "test"))).Violations);
        Assert.Empty(Judge(rule, Pair("a", "b", tag: ("prod", "prod"))).Violations);
        PolicyJudgement unread = Judge(rule, Pair("a", "b"));
        Assert.Equal((PeeringPolicyVerdict.Unknown, "mix"), (unread.Verdict, unread.Skipped.Single().RuleId));
    }

    [Fact]
    public void A_no_on_one_side_settles_what_the_other_side_does_not_tell()
    {
        PolicySubject pair = Pair("a", "b", tag: ("dev", ""));
        Assert.Equal(PeeringPolicyVerdict.Compliant, Judge("""{ "id": "mix", "between": ["prod", "test"], "forbid": true }""",
            pair with { Remote = pair.Remote with { Tags = null } }).Verdict);
    }

    [Fact]
    public void Warnings_stand_behind_errors()
    {
        PolicyJudgement judgement = Judge("""
            { "id": "w", "between": ["*", "*"], "severity": "Warning", "owner": "*" }, { "id": "e", "between": ["*", "*"], "ticket": "*" }
            """, Pair("a", "b"));
        Assert.Equal(["e", "w"], judgement.Violations.Select(found => found.RuleId));
    }

    private static PeeringSettings Closed(PeeringSettings settings) => settings with { AllowVirtualNetworkAccess = false };

    private static PolicyJudgement Judge(string rules, PolicySubject pair, string unlisted = "allow")
    {
        string json = $$"""{ "version": 1, "unlisted": "{{unlisted}}", {{Roles}}, "rules": [ {{rules}} ] }""";
        return new PolicyJudge(PolicyFile.Parse("policy.json", Encoding.UTF8.GetBytes(json)), Now).Judge(pair);
    }

    private static PolicySubject Pair(
        string localName, string remoteName, Func<PeeringSettings, PeeringSettings>? local = null, Func<PeeringSettings, PeeringSettings>? remote = null,
        (string Local, string Remote)? tag = null) => new()
        {
            Local = Side(localName, local, tag?.Local),
            Remote = Side(remoteName, remote, tag?.Remote),
        };

    private static PolicySide Side(string name, Func<PeeringSettings, PeeringSettings>? change, string? environment)
    {
        PeeringSettings settings = new() { AllowVirtualNetworkAccess = true, AllowForwardedTraffic = false, AllowGatewayTransit = false, UseRemoteGateways = false };
        return new PolicySide
        {
            VirtualNetworkId = ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", "rg", name).Text,
            Name = name,
            Tags = environment is null ? null : new Dictionary<string, string> { ["Environment"] = environment },
            Settings = change is null ? settings : change(settings),
        };
    }
}
