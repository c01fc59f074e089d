using System.Collections.Concurrent;
using System.Security;
using PeeringTools.Azure;
using PeeringTools.Azure.Wire;
using PeeringTools.Lab.Server.Identity;
using PeeringTools.Ports;

namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>The module's own way to Azure, over its own transport; only waits are shorter.</summary>
internal sealed class Adapter(RunningServer server) : IReporter
{
    public HurryingClock Clock { get; } = new();

    /// <summary>Everything it said.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>How an application signs in to the server, with its certificate pinned.</summary>
    public ConnectionRequest Request(CredentialKind kind, Application? application = null) => new()
    {
        Kind = kind,
        TenantId = server.Contoso,
        ClientId = (application ?? server.Operator).ClientId,
        ClientSecret = kind == CredentialKind.ClientSecret ? Secure((application ?? server.Operator).Secret!) : null,
        CertificatePath = kind == CredentialKind.Certificate ? server.Server.CertificatePath(application ?? server.Operator) : null,
        FederatedTokenFile = kind == CredentialKind.FederatedToken ? server.Server.FederatedTokenPath(application ?? server.Operator) : null,
        AccessToken = kind == CredentialKind.AccessToken ? Secure(server.Token(application)) : null,
        Endpoint = server.Server.Endpoint,
        Authority = server.Server.Authority,
        PinnedCertificate = server.Server.Certificate.Thumbprint,
    };

    public Task<PeeringConnection> ConnectAsync(ConnectionRequest request)
    {
        IArmGateway gateway = new ArmGateway(Clock, Transport.Create);
        return gateway.ConnectAsync(request, this, TestContext.Current.CancellationToken);
    }

    /// <summary>Connects with a secret, and forgets the requests of that.</summary>
    public async Task<IArmNetwork> OpenAsync(ConnectionRequest? request = null)
    {
        PeeringConnection connection = await this.ConnectAsync(request ?? this.Request(CredentialKind.ClientSecret));
        server.Lab.Ledger.Clear();
        server.Server.SignIns.Clear();
        return connection.Open(this);
    }

    public static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char c in text) secure.AppendChar(c);
        return secure;
    }

    public void Verbose(string text) => Lines.Enqueue(text);

    public void Warning(string text) => Lines.Enqueue(text);

    public void Error(PeeringError error) => Lines.Enqueue(error.ToString());

    public void Progress(WorkProgress progress) => Lines.Enqueue(progress.ToString());
}
