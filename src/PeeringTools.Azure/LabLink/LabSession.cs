using System.Collections;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Lab;
using PeeringTools.Ports;

namespace PeeringTools.Azure.LabLink;

/// <summary>A running lab, reached through the same pipeline as Azure: only the transport differs.</summary>
internal sealed class LabSession : ILabSession
{
    private readonly ArmLab _lab;
    private volatile bool _stopped;

    private LabSession(ArmLab lab, string estate)
    {
        _lab = lab;
        Estate = estate;
        Connection = this.Connect();
    }

    public PeeringConnection Connection { get; }

    public string Estate { get; }

    public IReadOnlyList<string> CallerTenants
    {
        get => this.Caller.Tenants;
        set
        {
            foreach (string tenant in this.Caller.Tenants) this.Caller.Leave(tenant);
            foreach (string tenant in value) this.Caller.Join(tenant);
        }
    }

    public DateTimeOffset Now => _lab.Clock.GetUtcNow();

    public TimeSpan Latency
    {
        get => _lab.Options.Latency;
        set => _lab.Options.Latency = value;
    }

    public IReadOnlyList<PeeringLabRequest> Ledger => [.. _lab.Ledger.Requests.Select(r => new PeeringLabRequest
    {
        Number = r.Number,
        Time = r.Started.UtcDateTime,
        Method = r.Method,
        Path = r.PathAndQuery,
        Status = r.Status,
        Principal = r.PrincipalId,
    })];

    private LabPrincipal Caller => _lab.Principals[0];

    /// <exception cref="PeeringException">InvalidEstate.</exception>
    public static LabSession Start(Ports.LabRequest request) => new(LabEstate.Build(request), request.Estate ?? request.Path ?? "");

    public void Deny(ResourceId? scope, IReadOnlyList<string> actions) => this.Caller.Deny(scope?.Text ?? "/", [.. actions]);

    public void AllowAll() => this.Caller.ClearDenials();

    public void AdvanceClock(TimeSpan span) => _lab.AdvanceClock(span);

    public void AddFault(LabFaultRequest fault) => _lab.AddFault(new LabFault
    {
        Method = fault.Method is "" or "*" ? null : fault.Method,
        Path = fault.PathPattern.Length == 0 ? null : fault.PathPattern,
        Times = fault.Times > 0 ? fault.Times : null,
        Effect = LabFaultEffect.Status,
        Status = (System.Net.HttpStatusCode)fault.Status,
        Code = fault.Code,
        RetryAfterSeconds = fault.RetryAfter is TimeSpan wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
    });

    public void ClearFaults() => _lab.ClearFaults();

    public async Task<PeeringLabResponse> SendAsync(string method, string path, string? body, CancellationToken cancellationToken)
    {
        this.RefuseWhenStopped();
        cancellationToken.ThrowIfCancellationRequested();
        using HttpResponseMessage answer = _lab.Send(method, path, body);
        Hashtable headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers) headers[header.Key] = string.Join(", ", header.Value);
#if NET
        string text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
        string text = answer.Content is null ? "" : await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
        return new PeeringLabResponse { Status = (int)answer.StatusCode, Headers = headers, Body = text };
    }

    public void Dispose() => _stopped = true;

    private ArmConnection Connect()
    {
        LabPrincipal principal = _lab.Principals[0];
        string home = principal.Tenants[0];
        TimeProvider clock = _lab.Clock;
        GivenTokenCredential credential = new((tenant, _) => Task.FromResult(this.IssueToken(tenant ?? home, principal)), clock);
        Cloud cloud = Cloud.Of(new ConnectionRequest { Kind = CredentialKind.AccessToken });
        ArmAccess access = new()
        {
            Endpoint = cloud.Endpoint,
            Audience = cloud.Audience,
            Tokens = new TokenKeeper(credential, cloud.Audience + "/.default", clock),
            Transport = Transport.Over(new GuardedHandler(_lab.CreateHandler(), this.RefuseWhenStopped)),
            Clock = clock,
        };
        return new ArmConnection(access, home, [.. principal.Tenants.Skip(1)])
        {
            Name = ArmConnection.NextName("Lab"),
            Account = principal.Name,
            Source = "Lab",
            Environment = "LAB",
            IsLab = true,
            ConnectedOn = clock.GetUtcNow().UtcDateTime,
            IsClosed = () => _stopped,
        };
    }

    /// <exception cref="PeeringException">AuthenticationFailed: the rehearsal has taken the caller out of that tenant.</exception>
    private string IssueToken(string tenant, LabPrincipal principal)
    {
        try
        {
            return _lab.IssueToken(tenant, principal.Id);
        }
        catch (ArgumentException stranger)
        {
            throw new PeeringException(PeeringError.Of(nameof(Errors.AuthenticationFailed), null, SafeText.ForMessage(stranger.Message)), stranger);
        }
    }

    private void RefuseWhenStopped()
    {
        if (_stopped) throw PeeringException.Of(nameof(Errors.NotConnected), null);
    }

    /// <summary>Ends calls that still run when the lab is stopped.</summary>
    private sealed class GuardedHandler(HttpMessageHandler lab, Action guard) : DelegatingHandler(lab)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            guard();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
