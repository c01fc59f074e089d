using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Control;

/// <summary>The options that may change while the server runs.</summary>
internal static class OptionsJson
{
    public static JsonObject Of(LabServer server) => new()
    {
        ["latencyMs"] = server.Host.Options.Latency.TotalMilliseconds,
        ["jitterMs"] = server.Host.Options.Jitter.TotalMilliseconds,
        ["pace"] = server.Host.Options.Pace.ToString(),
        ["pageSize"] = server.Host.Options.PageSize,
        ["rateLimits"] = server.Host.Options.EnforceRateLimits,
        ["admitAnySubscription"] = server.Host.Options.AdmitAnySubscription,
        ["compression"] = server.Compression,
    };

    public static void Apply(JsonObject wish, LabServer server)
    {
        wish.Expect("latencyMs", "jitterMs", "pace", "pageSize", "rateLimits", "admitAnySubscription", "compression");
        LabOptions options = server.Host.Options;
        if (wish.ContainsKey("latencyMs")) options.Latency = TimeSpan.FromMilliseconds(wish.Number("latencyMs"));
        if (wish.ContainsKey("jitterMs")) options.Jitter = TimeSpan.FromMilliseconds(wish.Number("jitterMs"));
        if (wish.ContainsKey("pace")) options.Pace = Enum.Parse<LabPace>(wish.Text("pace")!, ignoreCase: true);
        if (wish.ContainsKey("pageSize")) options.PageSize = Math.Max(1, (int)wish.Number("pageSize"));
        if (wish.ContainsKey("rateLimits")) options.EnforceRateLimits = wish.Flag("rateLimits");
        if (wish.ContainsKey("admitAnySubscription")) options.AdmitAnySubscription = wish.Flag("admitAnySubscription");
        if (wish.ContainsKey("compression")) server.Compression = wish.Flag("compression");
    }
}
