using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>An endpoint that answers what a test says, remembers every request, and has no socket and no real clock.</summary>
internal sealed class ScriptedArm : HttpMessageHandler
{
    public const string Token = "token-that-nobody-may-see";

    /// <summary>A loop that no longer ends shall fail its test and not hang it.</summary>
    private const int Endless = 500;

    private readonly Func<SentRequest, HttpResponseMessage> _answer;

    public ScriptedArm(Func<SentRequest, HttpResponseMessage> answer) => _answer = answer;

    public ConcurrentQueue<SentRequest> Requests { get; } = [];

    public SteppingClock Clock { get; } = new();

    public RecordingReporter Reporter { get; } = new();

    public CountingCredential Credential { get; } = new();

    /// <summary>Answers in this order, the last one again and again.</summary>
    public static ScriptedArm Of(params Func<HttpResponseMessage>[] answers)
    {
        int next = -1;
        return new ScriptedArm(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]());
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage answer = new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers) answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    public static HttpResponseMessage Error(HttpStatusCode status, string code, params (string Name, string Value)[] headers) =>
        Json($$$"""{"error":{"code":"{{{code}}}","message":"Words that may change."}}""", status, headers);

    public ArmConnection Connect(IReadOnlyList<string>? auxiliaryTenantIds = null) => new(
        new ArmAccess
        {
            Endpoint = new Uri("https://management.azure.com"),
            Audience = "https://management.azure.com/",
            Tokens = new TokenKeeper(Credential, "https://management.azure.com//.default", Clock),
            Transport = Transport.Over(this),
            Clock = Clock,
        },
        "11111111-1111-1111-1111-111111111111", auxiliaryTenantIds ?? []);

    public IArmNetwork Open() => this.Connect().Open(Reporter);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        SentRequest sent = new(Requests.Count + 1, request.Method.Method, request.RequestUri!, headers, body);
        Requests.Enqueue(sent);
        if (sent.Number > Endless) throw new InvalidOperationException("This would go on for ever.");
        HttpResponseMessage answer = _answer(sent);
        answer.RequestMessage = request;
        return answer;
    }
}

/// <summary>One request as it left.</summary>
internal sealed record SentRequest(int Number, string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Hands out a token of an hour, and counts.</summary>
internal sealed class CountingCredential : TokenCredential
{
    private int _count;

    public int Count => _count;

    public ConcurrentQueue<string?> Tenants { get; } = [];

    public ConcurrentQueue<string?> Claims { get; } = [];

    public Func<string?, string> Token { get; set; } = tenant => ScriptedArm.Token + tenant;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        Tenants.Enqueue(requestContext.TenantId);
        Claims.Enqueue(requestContext.Claims);
        return new ValueTask<AccessToken>(new AccessToken(Token(requestContext.TenantId), SteppingClock.Beginning.AddHours(1)));
    }
}
