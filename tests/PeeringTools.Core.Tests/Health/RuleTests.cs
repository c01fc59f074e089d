namespace PeeringTools.Health;

public sealed class RuleTests
{
    public static TheoryData<string> RuleIds => [.. BrokenEstates.RuleIds];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_finds_its_broken_estate_and_no_other_rule_finds_more_than_information(string ruleId)
    {
        PeeringHealthReport report = BrokenEstates.Of(ruleId).Report();

        PeeringFinding found = Assert.Single(report.Findings, finding => finding.RuleId == ruleId);
        Assert.Equal(RuleCatalogue.All.Single(rule => rule.Id == ruleId).Severity, found.Severity);
        Assert.DoesNotContain(report.Findings, finding => finding.RuleId != ruleId && finding.Severity > PeeringSeverity.Information);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_finding_is_complete_words_with_evidence_and_real_ids(string ruleId)
    {
        PeeringFinding found = BrokenEstates.Of(ruleId).Report().Findings.Single(finding => finding.RuleId == ruleId);

        Assert.DoesNotContain("{", found.Message + found.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("''", found.Message + found.Recommendation, StringComparison.Ordinal);
        Assert.Matches(@"[.:]$|\.\)?$|[0-9]\.$", found.Message);
        if (found.Severity > PeeringSeverity.Information) Assert.NotEmpty(found.Evidence);
        if (found.Remediation is { } command) Assert.Contains($"/subscriptions/{HealthEstate.Subscription}/", command, StringComparison.Ordinal);
        else Assert.Equal(PeeringSeverity.Information, found.Severity);
    }

    [Fact]
    public void A_healthy_couple_has_nothing_but_its_price()
    {
        PeeringHealthReport report = BrokenEstates.Couple().Report();

        Assert.Equal(["Cost.Regional"], report.Findings.Select(finding => finding.RuleId));
        Assert.Equal(["Lifecycle.RecordLost"], report.Skipped.Select(skipped => skipped.RuleId));
        Assert.Equal(PeeringHealthVerdict.Healthy, report.Verdict);
        Assert.True(report.Healthy);
    }

    [Fact]
    public void Every_rule_has_its_broken_estate() =>
        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), BrokenEstates.RuleIds.Order(StringComparer.Ordinal));
}
