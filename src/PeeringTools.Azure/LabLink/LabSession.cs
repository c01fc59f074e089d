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

    private LabSession(ArmLab lab)
    {
        _lab = lab;
        Connection = this.Connect();
    }

    public PeeringConnection Connection { get; }

    public DateTimeOffset Now => _lab.Clock.GetUtcNow();

    public TimeSpan Latency
    {
        get => _lab.Options.Latency;
        set => _lab.Options.Latency = value;
    }

    public IReadOnlyList<LabLedgerEntry> Ledger =>
        [.. _lab.Ledger.Requests.Select(r => new LabLedgerEntry(r.Number, r.Started, r.Method, r.PathAndQuery, r.Status, r.PrincipalId))];

    /// <exception cref="PeeringException">InvalidEstate.</exception>
    public static LabSession Start(Ports.LabRequest request) => new(LabEstate.Build(request));

    public void AdvanceClock(TimeSpan span) => _lab.AdvanceClock(span);

    public void AddFault(LabFaultRequest fault) => _lab.AddFault(new LabFault
    {
        Method = fault.Method.Length == 0 ? null : fault.Method,
        Path = fault.PathPattern.Length == 0 ? null : fault.PathPattern,
        Times = fault.Times > 0 ? fault.Times : null,
        Effect = LabFaultEffect.Status,
        Status = (System.Net.HttpStatusCode)fault.Status,
        Code = fault.Code,
        RetryAfterSeconds = fault.RetryAfter is TimeSpan wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
    });

    public void ClearFaults() => _lab.ClearFaults();

    public async Task<LabResponse> SendAsync(string method, string path, string? body, CancellationToken cancellationToken)
    {
        this.RefuseWhenStopped();
        cancellationToken.ThrowIfCancellationRequested();
        using HttpResponseMessage answer = _lab.Send(method, path, body);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers) headers[header.Key] = string.Join(", ", header.Value);
#if NET
        string text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
        string text = answer.Content is null ? "" : await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
        return new LabResponse((int)answer.StatusCode, headers, text);
    }

    public void Dispose() => _stopped = true;

    private ArmConnection Connect()
    {
        LabPrincipal principal = _lab.Principals[0];
        string home = principal.Tenants[0];
        TimeProvider clock = _lab.Clock;
        GivenTokenCredential credential = new((tenant, _) => Task.FromResult(_lab.IssueToken(tenant ?? home, principal.Id)), clock);
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
            Name = "Lab",
            Account = principal.Name,
            Source = "Lab",
            Environment = "LAB",
            IsLab = true,
            ConnectedOn = clock.GetUtcNow(),
            IsClosed = () => _stopped,
        };
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
