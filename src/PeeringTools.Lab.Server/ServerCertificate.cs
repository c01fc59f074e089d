using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PeeringTools.Lab.Server;

/// <summary>The certificate of this run: ECDSA P-256 for 127.0.0.1 and localhost, no authority over others, trusted by whoever is given it.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private ServerCertificate(X509Certificate2 certificate, string pemPath) => (Certificate, PemPath) = (certificate, pemPath);

    public X509Certificate2 Certificate { get; }

    /// <summary>Where it lies as PEM, without its key.</summary>
    public string PemPath { get; }

    /// <summary>SHA-256, in hexadecimal digits.</summary>
    public string Thumbprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static ServerCertificate Make(string folder)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=PeeringTools lab", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(30));
        string pemPath = Path.Combine(folder, "server.pem");
        File.WriteAllText(pemPath, made.ExportCertificatePem() + "\n");
        // Windows' TLS does not take a key that lives only in memory; a round through PFX settles it.
        return new ServerCertificate(X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null), pemPath);
    }

    public void Dispose() => Certificate.Dispose();
}
