using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PeeringTools.Tests.Support;

/// <summary>
/// The least of an Azure Resource Manager that a sign-in can be proven at, over TLS on this machine: one empty subscription list
/// for everybody. It keeps who asked.
/// </summary>
internal sealed class TlsEndpoint : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly List<string> _authorizations = [];

    public TlsEndpoint()
    {
        _listener.Start();
        Address = $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = this.ServeAsync();
    }

    public string Address { get; }

    public string Thumbprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>The Authorization headers of the requests so far.</summary>
    public IReadOnlyList<string> Authorizations
    {
        get { lock (_authorizations) return [.. _authorizations]; }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Through PFX, because Windows serves no certificate whose key is in memory only.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = this.AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient accepted)
    {
        using TcpClient client = accepted;
        try
        {
            using SslStream stream = new(client.GetStream());
            await stream.AuthenticateAsServerAsync(_certificate);
            using StreamReader reader = new(stream, Encoding.ASCII);
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                if (!line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase)) continue;
                lock (_authorizations) _authorizations.Add(line["Authorization: ".Length..]);
            }

            const string body = """{"value":[]}""";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
            // A client that does not trust the certificate, which is what some tests are about.
        }
    }
}
