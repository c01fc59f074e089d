using System.Globalization;
using PeeringTools.Inventory;

namespace PeeringTools.Report;

/// <summary>Where the report comes from: who read what, when, how completely, which rules could not be asked, and the digest of the rows.</summary>
internal static class EvidenceSection
{
    public static void Write(TextWriter page, ReportContent content)
    {
        PeeringInventoryEvidence evidence = content.Evidence;
        page.Write("<dl class=\"facts\">");
        Fact(page, ReportTexts.Written, Say(evidence.ExportedOn));
        Fact(page, ReportTexts.Read, ReadOf(evidence));
        Fact(page, ReportTexts.Estate, evidence.Estate);
        Fact(page, ReportTexts.Scope, EvidenceMaker.ScopeOf(evidence));
        Fact(page, ReportTexts.By, evidence.Identities.Length == 0 ? ReportTexts.NotKnown : string.Join("; ", evidence.Identities.Select(identity => identity.ToString())));
        Fact(page, ReportTexts.Complete, evidence.CoverageComplete switch { true => ReportTexts.Yes, false => ReportTexts.No, null => ReportTexts.NotKnown });
        Fact(page, ReportTexts.Digest, evidence.Sha256);
        Fact(page, ReportTexts.Module, evidence.ModuleVersion);
        page.Write("</dl>\n");
        Table(page, ReportTexts.Coverage, [ReportTexts.Subscription, ReportTexts.State, ReportTexts.Networks, ReportTexts.Why], evidence.Coverage
            .Select(entry => new[] { entry.SubscriptionId, entry.State, entry.Networks.ToString("N0", CultureInfo.InvariantCulture), entry.Reason ?? "" }), isOpen: true);
        Table(page, ReportTexts.Unread, [ReportTexts.What], content.Topology.SurroundingsUnread.Select(text => new[] { text }), isOpen: true);
        Table(page, ReportTexts.Skipped, [ReportTexts.Rule, ReportTexts.Pairs, ReportTexts.Why], SkippedOf(content));
    }

    private static string ReadOf(PeeringInventoryEvidence evidence) =>
        evidence.ReadFrom is { } from && evidence.ReadTo is { } to ? $"{Say(from)} - {Say(to)}" : ReportTexts.NotKnown;

    private static string Say(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> SkippedOf(ReportContent content) => (content.Health?.Values ?? [])
        .SelectMany(report => report.Skipped)
        .GroupBy(skipped => (skipped.RuleId, skipped.Why))
        .OrderBy(group => group.Key.RuleId, StringComparer.Ordinal)
        .ThenByDescending(group => group.Count())
        .ThenBy(group => group.Key.Why, StringComparer.Ordinal)
        .Select(group => new[] { group.Key.RuleId, group.Count().ToString("N0", CultureInfo.InvariantCulture), group.Key.Why });

    private static void Fact(TextWriter page, string name, string value) =>
        page.Write($"<div><dt>{HtmlText.Encode(name)}</dt><dd><bdi>{HtmlText.Encode(value)}</bdi></dd></div>");

    private static void Table(TextWriter page, string caption, string[] columns, IEnumerable<string[]> rows, bool isOpen = false)
    {
        string[][] all = [.. rows];
        if (all.Length == 0) return;
        page.Write($"<details{(isOpen ? " open" : "")}><summary>{HtmlText.Encode(caption)}: {all.Length}</summary>");
        page.Write($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Encode(caption)}\"><table><caption class=\"unseen\">{HtmlText.Encode(caption)}</caption><thead><tr>");
        foreach (string column in columns) page.Write($"<th scope=\"col\">{HtmlText.Encode(column)}</th>");
        page.Write("</tr></thead>\n<tbody>\n");
        foreach (string[] row in all)
            page.Write($"<tr>{string.Concat(row.Select(cell => $"<td><bdi>{HtmlText.Encode(cell)}</bdi></td>"))}</tr>\n");
        page.Write("</tbody></table></div></details>\n");
    }
}
