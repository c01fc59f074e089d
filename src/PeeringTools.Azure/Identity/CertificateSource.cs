using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Identity;

/// <summary>Finds the certificate an application signs in with: a PFX or PEM file, or one in the user's or machine's store.</summary>
internal static class CertificateSource
{
    public static X509Certificate2 Load(ConnectionRequest request) => request.CertificatePath is string path
        ? FromFile(path, request)
        : FromStore(request.CertificateThumbprint ?? "");

    private static X509Certificate2 FromFile(string path, ConnectionRequest request)
    {
        try
        {
            return IsPem(path) ? FromPem(path, request) : new X509Certificate2(path, request.CertificatePassword, X509KeyStorageFlags.DefaultKeySet);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PeeringException(Failed(Messages.CertificateUnreadable, path, SafeText.ForMessage(e.Message, 300)), e);
        }
    }

#if NET
    private static X509Certificate2 FromPem(string path, ConnectionRequest request)
    {
        using X509Certificate2 pem = request.CertificatePassword is null
            ? X509Certificate2.CreateFromPemFile(path)
            : X509Certificate2.CreateFromEncryptedPemFile(path, request.CertificatePassword.Reveal());
        // Windows' TLS does not take a key that lives only in memory; a round through PFX settles it.
        return new X509Certificate2(pem.Export(X509ContentType.Pfx));
    }
#else
    private static X509Certificate2 FromPem(string path, ConnectionRequest request) =>
        throw PeeringException.Of(nameof(Errors.UnsupportedParameter), null, Messages.PemPasswordUnsupported);
#endif

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (StoreLocation location in (StoreLocation[])[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            using X509Store store = new(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // A store that does not exist holds nothing; the other one may.
                continue;
            }

            X509Certificate2Collection found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint.Replace(" ", ""), validOnly: false);
            X509Certificate2? usable = found.Cast<X509Certificate2>().FirstOrDefault(c => c.HasPrivateKey);
            if (usable is not null) return usable;
        }

        throw new PeeringException(Failed(Messages.CertificateNotFound, SafeText.ForMessage(thumbprint, 100)));
    }

    private static bool IsPem(string path)
    {
        using StreamReader text = new(path);
        char[] head = new char[4096];
        int length = text.ReadBlock(head, 0, head.Length);
        return new string(head, 0, length).Contains("-----BEGIN ");
    }

    private static PeeringError Failed(string text, params object[] arguments) =>
        PeeringError.Of(nameof(Errors.AuthenticationFailed), null, string.Format(CultureInfo.InvariantCulture, text, arguments));
}
