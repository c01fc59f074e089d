using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Support;

/// <summary>A client as plain as it gets: text in, status and JSON out.</summary>
internal sealed class LabClient : IDisposable
{
    public const string Version = "2024-07-01";

    private readonly HttpClient _http;

    public LabClient(ArmLab lab, string? principal = null, string? tenant = null)
    {
        Lab = lab;
        Token = principal is null && lab.Principals.Count == 0 ? "" : lab.IssueToken(tenant ?? lab.Tenants[0].TenantId, principal ?? lab.Principals[0].Id, TimeSpan.FromHours(12));
        _http = new HttpClient(lab.CreateHandler());
    }

    public ArmLab Lab { get; }

    public string Token { get; set; }

    public string Auxiliary { get; set; } = "";

    public static string Url(string path, string version = Version) =>
        (path.StartsWith("https://", StringComparison.Ordinal) ? path : "https://management.azure.com" + path)
        + (path.Contains("api-version=", StringComparison.OrdinalIgnoreCase) ? "" : (path.Contains('?') ? "&" : "?") + "api-version=" + version);

    public async Task<LabReply> Send(string method, string path, string? body = null, string version = Version, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), Url(path, version));
        if (Token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        }

        if (Auxiliary.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("x-ms-authorization-auxiliary", Auxiliary);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new LabReply((int)response.StatusCode, text, response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<LabReply> Get(string path, string version = Version) => Send("GET", path, null, version);

    /// <summary>A write and the polls until its operation has ended.</summary>
    public async Task<LabReply> Write(string method, string path, string? body = null, string version = Version)
    {
        LabReply reply = await Send(method, path, body, version);
        if (reply.Headers.TryGetValue("Azure-AsyncOperation", out string? url))
        {
            for (int i = 0; i < 20 && (string?)(await Get(url)).Json["status"] == "InProgress"; i++)
            {
                Lab.AdvanceClock(TimeSpan.FromSeconds(5));
            }
        }

        return reply;
    }

    public Task<LabReply> Put(string path, string body, string version = Version) => Write("PUT", path, body, version);

    public Task<LabReply> Delete(string path) => Write("DELETE", path);

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer taken apart.</summary>
internal sealed record LabReply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode Properties => Json["properties"]!;

    public string Code => (string?)(Text.Length == 0 ? null : Json["error"]?["code"]) ?? "";

    public string Message => (string?)Json["error"]?["message"] ?? "";

    public string State => (string?)Properties["peeringState"] ?? "";

    public string Level => (string?)Properties["peeringSyncLevel"] ?? "";

    public override string ToString() => $"{(HttpStatusCode)Status} {Text}";
}
