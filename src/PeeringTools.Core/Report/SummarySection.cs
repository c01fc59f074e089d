using System.Globalization;
using PeeringTools.Pairs;

namespace PeeringTools.Report;

/// <summary>What the page says first, and without its script: the numbers, and whether any of it is real.</summary>
internal static class SummarySection
{
    private static readonly PeeringHealthVerdict[] Verdicts =
        [PeeringHealthVerdict.Broken, PeeringHealthVerdict.Degraded, PeeringHealthVerdict.Unknown, PeeringHealthVerdict.Healthy];

    public static void Write(TextWriter page, ReportContent content)
    {
        ReportNumbers numbers = new(content);
        if (content.Evidence.Estate == Inventory.InventorySchema.Lab) Note(page, "lab", ReportTexts.Lab);
        if (content.Evidence.CoverageComplete == false) Note(page, "hole", ReportTexts.NotComplete);
        Numbers(page, ReportTexts.Estate, [
            (ReportTexts.Pairs, numbers.Pairs, null),
            (ReportTexts.Networks, numbers.Networks, null),
            (ReportTexts.Subscriptions, numbers.Subscriptions, null),
            (ReportTexts.Global, numbers.Global, null),
            (ReportTexts.CrossTenant, numbers.CrossTenant, null),
        ]);
        Numbers(page, content.Health is null ? ReportTexts.HealthByState : ReportTexts.Health, Verdicts.Select(verdict => (verdict.ToString(), numbers.With(verdict), (string?)verdict.ToString())));
        Numbers(page, ReportTexts.States, content.Pairs
            .GroupBy(pair => pair.Status)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key.ToString(), group.Count(), (string?)null)));
        Numbers(page, ReportTexts.Expiry, [
            (ReportTexts.Expired, numbers.Expired, numbers.Expired > 0 ? nameof(PeeringHealthVerdict.Broken) : null),
            (Wording.Fill(ReportTexts.ExpiringSoon, PairExpiry.NoticeInDays), numbers.ExpiringSoon, numbers.ExpiringSoon > 0 ? nameof(PeeringHealthVerdict.Degraded) : null),
        ]);
    }

    private static void Note(TextWriter page, string kind, string text) => page.Write($"<p class=\"{kind}\">{HtmlText.Encode(text)}</p>\n");

    /// <param name="page">Where it goes.</param>
    /// <param name="heading">What the numbers have in common.</param>
    /// <param name="numbers">What is counted, how many, and the verdict whose mark it bears.</param>
    private static void Numbers(TextWriter page, string heading, IEnumerable<(string Label, int Count, string? Mark)> numbers)
    {
        page.Write($"<section class=\"card\"><h3>{HtmlText.Encode(heading)}</h3><dl class=\"numbers\">");
        foreach ((string label, int count, string? mark) in numbers)
        {
            string name = mark is null ? "" : $" class=\"mark {mark.ToLowerInvariant()}\"";
            page.Write($"<div><dt{name}>{HtmlText.Encode(label)}</dt><dd>{count.ToString("N0", CultureInfo.InvariantCulture)}</dd></div>");
        }

        page.Write("</dl></section>\n");
    }
}
