using Microsoft.Extensions.Time.Testing;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

public sealed class HealthRunTests
{
    [Theory]
    [InlineData("State.RemoteNotVisible")]
    [InlineData("State.RemoteGone")]
    [InlineData("State.Disconnected")]
    [InlineData("State.OneSided")]
    public void Unless_a_pair_is_connected_what_needs_a_connection_is_skipped(string ruleId)
    {
        PeeringHealthReport report = BrokenEstates.Of(ruleId).Report();

        IEnumerable<string> expected = RuleCatalogue.All.Where(rule => rule.NeedsConnected).Select(rule => rule.Id);
        Assert.Equal(expected, report.Skipped.Where(skip => skip.Reason == PeeringSkipReason.PairNotConnected).Select(skip => skip.RuleId));
        Assert.Contains(expected, id => id.StartsWith("Sync.", StringComparison.Ordinal));
        Assert.Contains(expected, id => id.StartsWith("Dns.", StringComparison.Ordinal));
    }

    [Fact]
    public void One_state_is_found_at_most_and_the_worst_of_them()
    {
        HealthEstate estate = new HealthEstate().Network("hub", "10.0.0.0/16").Half("hub", "gone", side =>
            (side.PeeringState, side.ProvisioningState) = ("Disconnected", "Failed")).Unreadable("gone", RemoteVisibility.Gone);

        Assert.Equal(["State.RemoteGone"], estate.Report().Findings.Select(finding => finding.RuleId).Where(id => id.StartsWith("State.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_a_network_nobody_could_read_nothing_is_claimed()
    {
        PeeringHealthReport report = new HealthEstate().Network("hub", "10.0.0.0/16").Half("hub", "odd").Report();

        Assert.Empty(report.Findings);
        Assert.Equal(PeeringHealthVerdict.Unknown, report.Verdict);
        Assert.Contains(report.Skipped, skip => skip is { RuleId: "State.OneSided", Reason: PeeringSkipReason.NotRead });
    }

    [Theory]
    [InlineData("State.RemoteGone", PeeringHealthVerdict.Broken)]
    [InlineData("State.NotProvisioned", PeeringHealthVerdict.Degraded)]
    [InlineData("State.RemoteNotVisible", PeeringHealthVerdict.Unknown)]
    [InlineData("Gateway.TransitUnused", PeeringHealthVerdict.Healthy)]
    public void The_verdict_is_the_worst_of_all_findings(string ruleId, PeeringHealthVerdict verdict)
    {
        PeeringHealthReport report = BrokenEstates.Of(ruleId).Report();

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(verdict == PeeringHealthVerdict.Healthy, report.Healthy);
    }

    [Fact]
    public void The_verdict_does_not_depend_on_what_is_shown()
    {
        HealthEstate estate = BrokenEstates.Of("Security.NoNsg");
        HealthOptions options = new() { MinimumSeverity = PeeringSeverity.Error };

        PeeringHealthReport report = new HealthRun(estate.Build(), new FakeTimeProvider(HealthEstate.Now), options).Check(estate.Pairs()[0]);

        Assert.Empty(report.Findings);
        Assert.Equal(PeeringHealthVerdict.Degraded, report.Verdict);
    }

    [Fact]
    public void What_weighs_less_than_a_warning_is_not_shown_unless_asked_for()
    {
        HealthEstate estate = BrokenEstates.Couple();

        PeeringHealthReport report = new HealthRun(estate.Build(), new FakeTimeProvider(HealthEstate.Now), new HealthOptions()).Check(estate.Pairs()[0]);

        Assert.Empty(report.Findings);
    }

    [Fact]
    public void The_worst_finding_comes_first()
    {
        PeeringHealthReport report = BrokenEstates.Of("Sync.NotInSync").Tag("hub", "env", "prod").Tag("spoke", "env", "dev").Report();

        Assert.Equal(["Sync.NotInSync", "Security.EnvironmentMix", "Cost.Regional"], report.Findings.Select(finding => finding.RuleId));
    }

    [Theory]
    [MemberData(nameof(NeedyRules))]
    public void A_part_that_cannot_be_read_skips_the_rules_that_need_it_and_is_never_a_pass(string ruleId, int kind)
    {
        PeeringHealthReport report = BrokenEstates.Couple().Denied((SurroundingKinds)kind).Report();

        PeeringSkippedRule skipped = Assert.Single(report.Skipped, skip => skip.RuleId == ruleId);
        Assert.Equal(PeeringSkipReason.NotRead, skipped.Reason);
        Assert.Contains("no Reader", skipped.Why, StringComparison.Ordinal);
        Assert.Equal(PeeringHealthVerdict.Unknown, report.Verdict);
    }

    public static TheoryData<string, int> NeedyRules() => new(
        from rule in RuleCatalogue.All
        from bit in Enumerable.Range(0, 31)
        where ((int)rule.Needs & (1 << bit)) != 0
        select (rule.Id, 1 << bit));

    [Fact]
    public void A_kind_that_was_not_asked_for_is_not_none()
    {
        HealthEstate estate = BrokenEstates.Couple();
        estate.Kinds = SurroundingKinds.None;

        Assert.Contains(estate.Report().Skipped, skip => skip is { RuleId: "Security.NoNsg", Reason: PeeringSkipReason.NotRead });
    }

    [Fact]
    public void A_group_that_a_subnet_names_and_no_list_shows_is_not_an_empty_one()
    {
        HealthEstate estate = BrokenEstates.Couple();
        estate.Groups.Clear();

        Assert.Contains(estate.Report().Skipped, skip => skip is { RuleId: "Security.NoNsg", Reason: PeeringSkipReason.NotRead });
    }

    [Fact]
    public void Zones_that_could_not_be_read_in_any_subscription_skip_their_rule()
    {
        PeeringHealthReport report = BrokenEstates.Of("Dns.ZoneLinkedOnOneSide").Denied(SurroundingKinds.PrivateDnsZones).Report();

        Assert.Contains(report.Skipped, skip => skip is { RuleId: "Dns.ZoneLinkedOnOneSide", Reason: PeeringSkipReason.NotRead });
        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "Dns.ZoneLinkedOnOneSide");
    }
}
