using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PeeringTools.Health;
using PeeringTools.Inventory;
using PeeringTools.Surroundings;

namespace PeeringTools.Report;

/// <summary>A report as it was written, taken apart as a browser does.</summary>
internal sealed class Sheet
{
    private Sheet(byte[] bytes)
    {
        Bytes = bytes;
        Html = Encoding.UTF8.GetString(bytes);
        (Style, Script, Data) = (this.Inside("<style>", "</style>"), this.Inside("<script type=\"module\">", "</script>"), this.Inside("<script type=\"application/json\" id=\"data\">", "</script>"));
        Policy = Regex.Match(Html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Markup = Html.Replace(Style, "", StringComparison.Ordinal).Replace(Script, "", StringComparison.Ordinal).Replace(Data, "", StringComparison.Ordinal);
    }

    public byte[] Bytes { get; }

    public string Html { get; }

    public string Style { get; }

    public string Script { get; }

    public string Data { get; }

    public string Policy { get; }

    /// <summary>All that is neither style nor script nor data.</summary>
    public string Markup { get; }

    public JsonNode Json => JsonNode.Parse(Data)!;

    /// <summary>The one pair of the data.</summary>
    public JsonNode Pair => Assert.Single(Json["pairs"]!.AsArray())!;

    /// <summary>Evidence of a whole reading at the time of the tests' estates.</summary>
    public static PeeringInventoryEvidence Evidence() => new()
    {
        ExportedOn = HealthEstate.Now.UtcDateTime,
        Scope = EvidenceMaker.Everything,
        Identities = [new PeeringInventoryIdentity { Account = "dana", TenantId = "10000000-0000-4000-8000-000000000001" }],
        CoverageComplete = true,
        Coverage = [new PeeringCoverage { SubscriptionId = "00000000-0000-4000-8000-000000000001", State = "Seen", Networks = 2 }],
    };

    /// <summary>What a live reading of an estate gives.</summary>
    public static ReportContent Live(HealthEstate estate, string title = "Peerings")
    {
        HealthRun rules = estate.Run();
        IReadOnlyList<PeeringPair> pairs = estate.Pairs();
        return ReportMaker.Make(title, pairs, Evidence(), estate.Build(), [.. pairs.Select(rules.Check)]);
    }

    /// <summary>Pairs alone, of which no rule was asked.</summary>
    public static ReportContent Plain(params PeeringPair[] pairs) => ReportMaker.Make("Peerings", pairs, Evidence(), new Estate(), null);

    public static Sheet Of(ReportContent content)
    {
        using MemoryStream stream = new();
        ReportWriter.Write(stream, content);
        return new Sheet(stream.ToArray());
    }

    private string Inside(string start, string end)
    {
        int from = Html.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Html[from..Html.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
