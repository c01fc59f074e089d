using PeeringTools.Health;
using PeeringTools.Inventory;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;
using PeeringTools.Topology;

namespace PeeringTools.Report;

/// <summary>What the page says without its script.</summary>
public sealed class SectionTests
{
    [Fact]
    public void The_summary_counts_what_the_report_counts()
    {
        ReportContent content = Sheet.Live(BrokenEstates.Of("State.Disconnected"));
        string page = Sheet.Of(content).Markup;
        PeeringReport report = ReportMaker.Describe(content, "x.html");

        Assert.Equal((2, 1, 1, 0), (report.Networks, report.Pairs, report.Broken, report.Healthy));
        Assert.Equal((content.Health!.Values.Single().Findings.Count(finding => finding.Severity == PeeringSeverity.Error), content.Evidence.Sha256), (report.Errors, report.Sha256));
        Assert.Contains("<dt class=\"mark broken\">Broken</dt><dd>1</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Virtual networks</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Disconnected</dt><dd>1</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_evidence_says_who_read_what_and_when()
    {
        string page = Sheet.Of(Sheet.Live(BrokenEstates.Couple())).Markup;

        Assert.Contains("<dt>Written</dt><dd><bdi>2026-06-01 12:00:00Z</bdi></dd>", page, StringComparison.Ordinal);
        Assert.Contains("dana", page, StringComparison.Ordinal);
        Assert.Contains("<dd><bdi>yes</bdi></dd>", page, StringComparison.Ordinal);
        Assert.Contains("<td><bdi>Seen</bdi></td><td><bdi>2</bdi></td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportTexts.NotComplete, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hole_in_the_coverage_stands_at_the_top_and_in_the_evidence_with_its_reason()
    {
        PeeringInventoryEvidence evidence = Sheet.Evidence();
        evidence.CoverageComplete = false;
        evidence.Coverage = [.. evidence.Coverage, new PeeringCoverage { SubscriptionId = "sub-denied", State = nameof(CoverageState.Denied), Reason = "no Reader there" }];
        string page = Sheet.Of(ReportMaker.Make("t", [Town.Pair("a", "b")], evidence, new Estate(), null)).Markup;

        Assert.Contains($"<p class=\"hole\">{ReportTexts.NotComplete}</p>", page, StringComparison.Ordinal);
        Assert.Contains("<td><bdi>sub-denied</bdi></td><td><bdi>Denied</bdi></td><td><bdi>0</bdi></td><td><bdi>no Reader there</bdi></td>", page, StringComparison.Ordinal);
        Assert.Contains("<dd><bdi>no</bdi></dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_around_pairs_and_the_rules_it_stopped_are_listed()
    {
        HealthEstate estate = BrokenEstates.Of("Gateway.TransitWithoutGateway").Denied(SurroundingKinds.Gateways);
        string page = Sheet.Of(Sheet.Live(estate)).Markup;

        Assert.Contains($"<summary>{ReportTexts.Unread}: 1</summary>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td><bdi>Gateway.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_from_a_pipeline_are_vouched_for_by_nobody()
    {
        string page = Sheet.Of(ReportMaker.Make("t", [Town.Pair("a", "b")], EvidenceMaker.Pipeline(TimeProvider.System), new Estate(), null)).Markup;

        Assert.Contains($"<dt>{ReportTexts.By}</dt><dd><bdi>{ReportTexts.NotKnown}</bdi></dd>", page, StringComparison.Ordinal);
        Assert.Contains($"<dt>{ReportTexts.Complete}</dt><dd><bdi>{ReportTexts.NotKnown}</bdi></dd>", page, StringComparison.Ordinal);
        Assert.Contains("2026-10-05 06:00:00Z", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_the_lab_says_that_nothing_of_it_is_real_and_is_not_mixed_with_Azures()
    {
        PeeringPair lab = Town.Pair("a", "b", pair => pair.Source = "LAB ResourceManager");

        Assert.Contains($"<p class=\"lab\">{ReportTexts.Lab}</p>", Sheet.Of(Sheet.Plain(lab)).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"lab\"", Sheet.Of(Sheet.Plain(Town.Pair("a", "b"))).Markup, StringComparison.Ordinal);
        Assert.Equal(nameof(Errors.InvalidInput), Assert.Throws<PeeringException>(() => Sheet.Plain(lab, Town.Pair("c", "d"))).Error.Id);
    }
}
