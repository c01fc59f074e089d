using System.Text;
using System.Text.Json.Nodes;

namespace PeeringTools.Bench.Server;

/// <summary>The server's control endpoint.</summary>
internal sealed class ServerControl : IDisposable
{
    private readonly HttpClient _http;
    private readonly Lazy<JsonArray> _principals;

    public ServerControl(string endpoint, string key)
    {
        _http = new HttpClient { BaseAddress = new Uri(endpoint), Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Add("X-Lab-Key", key);
        _principals = new Lazy<JsonArray>(() => this.Do("GET", "principals")["principals"]!.AsArray());
    }

    /// <exception cref="HttpRequestException">The server refused.</exception>
    public JsonNode Do(string method, string path, JsonNode? body = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = _http.Send(request);
        using Stream text = answer.EnsureSuccessStatusCode().Content.ReadAsStream();
        return JsonNode.Parse(text)!;
    }

    public void SetLatency(int milliseconds) => this.Do("PATCH", "options", new JsonObject { ["latencyMs"] = milliseconds });

    public void AddFault(JsonObject fault) => this.Do("POST", "faults", fault);

    public void ClearFaults() => this.Do("DELETE", "faults");

    public JsonNode Ledger() => this.Do("GET", "ledger");

    public void ClearLedger() => this.Do("DELETE", "ledger");

    /// <summary>What is under way ends when it is due by the lab's own time.</summary>
    public void AdvanceClock(TimeSpan time) => this.Do("POST", "clock", new JsonObject { ["advanceSeconds"] = time.TotalSeconds });

    /// <summary>A call of the lab's own, with every right; at the pace Instant its operation has ended when this returns.</summary>
    public JsonNode Send(string method, string path, JsonNode? body = null) =>
        this.Do("POST", "send", new JsonObject { ["method"] = method, ["path"] = path, ["body"] = body });

    public string Token(string principal) =>
        (string)this.Do("POST", "tokens", new JsonObject { ["principal"] = principal, ["lifetimeSeconds"] = 24 * 3600 })["access_token"]!;

    public string SecretOf(string principal) => (string)this.Principal(principal)["clientSecret"]!;

    public string ClientIdOf(string principal) => (string)this.Principal(principal)["clientId"]!;

    public void Dispose() => _http.Dispose();

    private JsonNode Principal(string name) => _principals.Value.Single(principal => (string?)principal!["name"] == name)!;
}
