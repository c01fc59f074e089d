using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PeeringTools.Lab.Server.Identity;
using PeeringTools.Lab.Server.Wire;

namespace PeeringTools.Lab.Server;

/// <summary>
/// A lab behind three doors on 127.0.0.1: Resource Manager and the authority over HTTPS, each an origin of its own, and plain
/// HTTP for what never leaves a machine: managed identity and control.
/// </summary>
internal sealed class LabServer : IAsyncDisposable
{
    private readonly PrivateFolder _folder;
    private readonly TokenSigner _foreignKey = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServerOptions _options;
    private readonly RequestLog _log;
    private WebApplication? _app;
    private bool _disposed;

    private LabServer(ServerOptions options, TextWriter log)
    {
        _options = options;
        _log = new RequestLog(TextWriter.Synchronized(log), options.Log);
        Host = new LabHost(options);
        Compression = options.Compression;
        _folder = new PrivateFolder(options.Folder);
        Certificate = ServerCertificate.Make(_folder.Path);
        Tokens = new AccessTokens(Signer);
    }

    public LabHost Host { get; }

    public ServerCertificate Certificate { get; }

    public Uri Endpoint { get; private set; } = null!;

    public Uri Authority { get; private set; } = null!;

    public Uri ManagedIdentityEndpoint { get; private set; } = null!;

    public Uri ControlEndpoint { get; private set; } = null!;

    /// <summary>What the control endpoint asks for; new in every run.</summary>
    public string ControlKey { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the managed identity endpoint asks for.</summary>
    public string IdentityHeader { get; } = "lab~" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public TokenSigner Signer { get; } = new();

    public AccessTokens Tokens { get; }

    public ClientAssertions Assertions { get; private set; } = null!;

    public SignInLog SignIns { get; } = new();

    /// <summary>Whether bodies are compressed for those who accept it; may be changed while the server runs.</summary>
    public bool Compression { get; set; }

    public static async Task<LabServer> StartAsync(ServerOptions options, TextWriter log)
    {
        LabServer server = new(options, log);
        try
        {
            await server.ListenAsync();
            server.WriteFiles();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether Resource Manager accepts tokens for this audience; the sign-in gives none for others.</summary>
    public bool IsAudience(string audience) => Host.Options.Audiences.Concat(ArmLab.KnownAudiences)
        .Any(a => string.Equals(a.TrimEnd('/'), audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    public string CertificatePath(Application application) => _folder.CertificateOf(application);

    public string FederatedTokenPath(Application application) => _folder.FederatedTokenOf(application);

    /// <summary>Ends <see cref="WaitForStopAsync"/>.</summary>
    public void Stop() => _stopping.Cancel();

    public async Task WaitForStopAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Certificate.Dispose();
        Signer.Dispose();
        _foreignKey.Dispose();
        _folder.Dispose();
        _stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ListenOptions[] doors = new ListenOptions[3];
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Whoever reads a body slowly, or sends many tokens, is not the one to be cut off here.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Listen(IPAddress.Loopback, _options.Port, door => (doors[0] = door).UseHttps(Certificate.Certificate));
            kestrel.Listen(IPAddress.Loopback, 0, door => (doors[1] = door).UseHttps(Certificate.Certificate));
            kestrel.Listen(IPAddress.Loopback, 0, door => doors[2] = door);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        _app = builder.Build();
        RequestDelegate serve = _ => Task.CompletedTask;
        // Before the doors are open nobody knows their numbers, and nobody can come in.
        _app.Run(context => serve(context));
        await _app.StartAsync();
        int[] ports = [.. doors.Select(d => d.IPEndPoint!.Port)];
        Endpoint = new Uri($"https://127.0.0.1:{ports[0]}/");
        Authority = new Uri($"https://127.0.0.1:{ports[1]}/");
        ManagedIdentityEndpoint = new Uri($"http://127.0.0.1:{ports[2]}/msi/token");
        ControlEndpoint = new Uri($"http://127.0.0.1:{ports[2]}/control/");
        Assertions = new ClientAssertions(_foreignKey, new Uri(Authority, "federation"));
        Host.Options.TokenVerifier = Tokens.IsGenuine;
        Host.Options.Authority = Authority.AbsoluteUri;
        Host.Options.Audiences = [Endpoint.AbsoluteUri, $"https://localhost:{ports[0]}/"];
        serve = new Doors(this, _log).ServeAsync;
    }

    private void WriteFiles()
    {
        DateTimeOffset now = Host.Lab.Clock.GetUtcNow();
        foreach (Application application in Host.Applications.All)
        {
            if (application.Certificate is { } certificate)
            {
                using RSA key = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(certificate)!;
                PrivateFolder.Write(CertificatePath(application), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
            }

            if (application.FederatedSubject is not null) PrivateFolder.Write(FederatedTokenPath(application), Assertions.IssueForeign(application, now));
        }
    }

    /// <summary>The host's own would take signals that belong to the program, or to the test run.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
