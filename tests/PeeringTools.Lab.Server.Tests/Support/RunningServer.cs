using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PeeringTools.Azure.Wire;
using PeeringTools.Lab.Server.Identity;

namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>A server for the tests of a class, which run one after the other; each begins with a fresh estate.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    private HttpClient? _http;

    internal LabServer Server { get; private set; } = null!;

    internal ArmLab Lab => Server.Host.Lab;

    internal string Log => _log.ToString();

    /// <summary>Trusts the server's certificate and nothing else, follows nothing and unpacks nothing.</summary>
    internal HttpClient Http => _http!;

    internal string Contoso => Lab.Tenants[0].TenantId;

    internal Application Operator => Server.Host.Applications.Named(Applications.Operator);

    internal Application Owner => Server.Host.Applications.Named(Applications.Owner);

    public async ValueTask InitializeAsync()
    {
        Server = await LabServer.StartAsync(new ServerOptions { Log = true }, _log);
        _http = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == Server.Certificate.Thumbprint,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Server.DisposeAsync();
        // A fault of the server itself is a failure, whatever the client made of it.
        Assert.DoesNotContain(" failed: ", Log);
    }

    /// <summary>The estate as it was in the beginning; nothing asked yet and nothing wrong.</summary>
    internal void Begin(string estate = "HubSpoke")
    {
        Server.Host.Load(estate, 100, []);
        Server.SignIns.Clear();
        Server.Host.Options.PageSize = 1000;
        Server.Host.Options.Pace = LabPace.Instant;
        Server.Compression = true;
    }

    /// <summary>A token as the sign-in would give it.</summary>
    internal string Token(Application? application = null, string? tenant = null, string? audience = null, TimeSpan? lifetime = null) => Server.Tokens.Issue(
        new TokenHolder((application ?? Operator).ObjectId, (application ?? Operator).ClientId),
        tenant ?? Contoso, audience ?? Server.Endpoint.AbsoluteUri, lifetime ?? TimeSpan.FromHours(1), Lab.Clock.GetUtcNow());

    internal async Task<WireReply> SendAsync(string method, string path, string? token, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(Server.Endpoint, path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new WireReply((int)answer.StatusCode, body, answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    internal Task<WireReply> GetAsync(string path, string? token) => this.SendAsync("GET", path, token);

    internal async Task<WireReply> ControlAsync(string method, string path, string? body = null, string? key = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(Server.ControlEndpoint, path));
        request.Headers.TryAddWithoutValidation(Control.ControlEndpoint.KeyHeader, key ?? Server.ControlKey);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new WireReply((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), new Dictionary<string, string>());
    }

    /// <summary>A network made by the lab itself, in a group of its own.</summary>
    internal ResourceId Network(string subscription, string name, string prefix)
    {
        string group = $"/subscriptions/{subscription}/resourceGroups/rg-wire";
        Lab.Send("PUT", group + "?api-version=2021-04-01", """{"location":"westeurope"}""").Dispose();
        ResourceId id = ResourceId.ForVirtualNetwork(subscription, "rg-wire", name);
        using HttpResponseMessage made = Lab.Send("PUT", $"{id.Text}?api-version={ApiVersions.Network}", """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["PREFIX"]}}}""".Replace("PREFIX", prefix));
        return made.IsSuccessStatusCode ? id : throw new InvalidOperationException(made.StatusCode.ToString());
    }

    /// <summary>A network of the estate by its name.</summary>
    internal ResourceId Find(string name)
    {
        foreach (LabSubscription subscription in Lab.Subscriptions)
        {
            using HttpResponseMessage list = Lab.Send("GET", $"/subscriptions/{subscription.SubscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version={ApiVersions.Network}");
            using Stream body = list.Content.ReadAsStream(TestContext.Current.CancellationToken);
            string? id = JsonNode.Parse(body)!["value"]!.AsArray().Select(n => (string)n!["id"]!).FirstOrDefault(i => i.EndsWith("/" + name, StringComparison.Ordinal));
            if (ResourceId.TryParse(id, out ResourceId? found, out _)) return found;
        }

        throw new InvalidOperationException(name);
    }
}

/// <summary>An answer off the wire.</summary>
internal sealed record WireReply(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Code => (string?)Json["error"]?["code"];
}
