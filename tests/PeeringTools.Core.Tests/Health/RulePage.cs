using System.Globalization;
using System.Text;

namespace PeeringTools.Health;

/// <summary>The pages docs/rules/*.md as the catalogue and its texts would write them today; the example is what the rule says of its broken estate.</summary>
internal static class RulePage
{
    public static string Write(HealthRule rule)
    {
        PeeringHealthRule words = rule.ToOutput();
        PeeringFinding example = BrokenEstates.Of(rule.Id).Report().Findings.First(finding => finding.RuleId == rule.Id);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # {rule.Id}

            **{words.Title}.** Severity: {rule.Severity}. {Needs(words)}

            ## When it fires

            {RuleTexts.Of(rule.Id, RuleTexts.Fires)}

            ## Why it matters

            {RuleTexts.Of(rule.Id, RuleTexts.Why)}

            ## An example

            > {example.Severity}, side {example.Side}: {example.Message}

            {Block("text", example.Evidence)}
            ## What to do

            {example.Recommendation}


            """);
        if (example.Remediation is { } command) page.Append(Block("powershell", [command]));
        page.Append("\n[All rules](README.md)\n");
        return Lines(page);
    }

    public static string WriteIndex()
    {
        StringBuilder page = new();
        page.Append("""
            # Health rules

            What `Test-PeeringHealth` holds against every pair; `Get-PeeringHealthRule` shows the same. `-Rule` and `-ExcludeRule` take ids with
            wildcards. Findings below Warning are shown with `-MinimumSeverity Information`; the verdict counts all of them.

            | verdict | when |
            |---|---|
            | Broken | at least one Error |
            | Degraded | at least one Warning and no Error |
            | Unknown | neither, and at least one rule was skipped because something could not be read or the pair is not Connected |
            | Healthy | neither, and nothing that was asked stayed unread |

            Unless a pair is Connected, the rules of Sync, Forwarding, Gateway, Routing, Dns and Live are skipped. These pages are written from
            the rules themselves; a test compares the two.

            | rule | severity | |
            |---|---|---|

            """);
        foreach (HealthRule rule in RuleCatalogue.All)
            page.AppendLine(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.ToOutput().Title} |");
        return Lines(page);
    }

    private static string Needs(PeeringHealthRule words) => words.Needs.Length == 0
        ? "Needs nothing but networks and peerings."
        : $"Reads {string.Join(", ", words.Needs)}.";

    private static string Block(string language, string[] lines) => $"```{language}\n{string.Join("\n", lines)}\n```\n";

    private static string Lines(StringBuilder page) => page.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
}
