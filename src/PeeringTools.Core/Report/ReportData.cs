using System.Text.Encodings.Web;
using System.Text.Json;
using PeeringTools.Pairs;
using PeeringTools.Routing;

namespace PeeringTools.Report;

/// <summary>
/// The data of a page as JSON for a script element. What is false, empty or not known is left out, texts that repeat stand once.
/// </summary>
/// <remarks>
/// The encoder escapes everything that HTML knows and everything beyond ASCII, so nothing can end the element; and every text is made
/// visible first, so nothing can hide in one.
/// </remarks>
internal sealed class ReportData(ReportContent content)
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    private readonly ReportNetworks _networks = new(content.Topology.Nodes);
    private readonly Dictionary<(string RuleId, string Why), int> _skips = [];

    public void Write(Stream stream)
    {
        using Utf8JsonWriter json = new(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("soon", PairExpiry.NoticeInDays);
        json.Flag("hasHealth", content.Health is not null);
        _networks.Write(json);
        new ReportPicture(content.Layout, _networks).Write(json);
        json.WriteStartArray("pairs");
        for (int i = 0; i < content.Pairs.Count; i++)
        {
            this.Write(json, content.Pairs[i], content.Topology.Links[i]);
            if (json.BytesPending > FlushAt) json.Flush();
        }

        json.WriteEndArray();
        json.WriteStartArray("skips");
        foreach ((string rule, string why) in _skips.OrderBy(skip => skip.Value).Select(skip => skip.Key))
        {
            json.WriteStartObject();
            json.Text("rule", rule);
            json.Text("why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PeeringPair pair, PeeringTopologyLink link)
    {
        json.WriteStartObject();
        json.Text("id", pair.PairId);
        json.WriteNumber("l", _networks.IndexOf(pair.Local.VirtualNetworkId));
        json.WriteNumber("r", _networks.IndexOf(pair.Remote.VirtualNetworkId));
        json.Text("status", pair.Status.ToString());
        json.Text("verdict", link.Verdict.ToString());
        json.Text("sync", pair.SyncLevel);
        if (pair.MissingSide != PeeringDirection.None) json.Text("missing", pair.MissingSide.ToString());
        json.Flag("global", pair.IsGlobal == true);
        json.Flag("crossTenant", pair.IsCrossTenant == true);
        json.Flag("crossSubscription", pair.IsCrossSubscription);
        json.Text("managedBy", pair.ManagedBy);
        ExpiryTerm term = PairExpiry.TermOf(pair, content.Now);
        if (term != ExpiryTerm.None) json.Text("expiry", term.ToString());
        json.Text("expires", pair.ExpiresOn is { } end ? Instant(end) : null);
        json.Text("owner", pair.Owner);
        json.Text("ticket", pair.Ticket);
        json.Text("record", pair.RecordState.ToString());
        json.Side("local", pair.Local);
        json.Side("remote", pair.Remote);
        if (content.Health is not null && content.Health.TryGetValue(pair.PairId, out PeeringHealthReport? report)) this.Write(json, report);
        if (content.Routes?.Of(pair) is { } routes) Write(json, routes);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PeeringHealthReport report)
    {
        if (report.Findings.Length > 0)
        {
            json.WriteStartArray("findings");
            foreach (PeeringFinding finding in report.Findings) Write(json, finding);
            json.WriteEndArray();
        }

        if (report.Skipped.Length == 0) return;
        json.WriteStartArray("skipped");
        foreach (PeeringSkippedRule skipped in report.Skipped)
        {
            (string, string) skip = (skipped.RuleId, skipped.Why);
            if (!_skips.TryGetValue(skip, out int number)) _skips.Add(skip, number = _skips.Count);
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PeeringFinding finding)
    {
        json.WriteStartObject();
        json.Text("rule", finding.RuleId);
        json.Text("severity", finding.Severity.ToString());
        if (finding.Side != PeeringDirection.None) json.Text("side", finding.Side.ToString());
        json.Text("message", finding.Message);
        json.List("evidence", finding.Evidence);
        json.Text("recommendation", finding.Recommendation);
        json.Text("remediation", finding.Remediation);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<PairRoute> routes)
    {
        json.WriteStartArray("routes");
        foreach ((Route route, IReadOnlyList<string> subnets) in routes)
        {
            json.WriteStartObject();
            json.Text("prefix", route.Prefix?.ToString() ?? route.ServiceTag);
            json.Text("type", route.NextHopType);
            json.Text("hop", route.NextHopIpAddress);
            json.Text("source", route.Name is null ? route.Source : $"{route.Source} {route.Name}");
            json.Flag("isActive", route.IsActive);
            json.List("at", subnets);
            json.Text("origin", route.Origin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
