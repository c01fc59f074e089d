using System.Net;
using System.Security.Cryptography;
using Azure;
using Azure.Core.Pipeline;

namespace PeeringTools.Azure.Wire;

/// <summary>The HTTP client below the pipeline, and what its failures look like.</summary>
internal static class Transport
{
    /// <param name="pinnedCertificate">SHA-256 thumbprint the server's certificate must have instead of a chain of trust; null for the usual checks.</param>
    public static HttpPipelineTransport Create(byte[]? pinnedCertificate)
    {
        HttpClientHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = 64,
        };
        if (pinnedCertificate is not null)
        {
            handler.ServerCertificateCustomValidationCallback =
                (_, certificate, _, _) => certificate is not null && Matches(certificate.RawData, pinnedCertificate);
        }

        return Over(handler);
    }

    /// <summary>A transport over any handler. Timeouts are the pipeline's affair.</summary>
    public static HttpPipelineTransport Over(HttpMessageHandler handler) =>
        new HttpClientTransport(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>True where no answer, or only the beginning of one, came back, and not because the caller has stopped.</summary>
    public static bool IsSilence(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && failure is RequestFailedException { Status: 0 } or HttpRequestException or IOException or OperationCanceledException;

    private static bool Matches(byte[] certificate, byte[] expected)
    {
#if NET
        byte[] thumbprint = SHA256.HashData(certificate);
#else
        using SHA256 hash = SHA256.Create();
        byte[] thumbprint = hash.ComputeHash(certificate);
#endif
        return thumbprint.AsSpan().SequenceEqual(expected);
    }
}
