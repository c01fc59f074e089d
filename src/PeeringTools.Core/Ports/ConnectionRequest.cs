using System.Security;

namespace PeeringTools.Ports;

/// <summary>How to sign in, where, and with which defaults. One of these is bound per Connect-PeeringAccount.</summary>
internal sealed record ConnectionRequest
{
    public required CredentialKind Kind { get; init; }

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public string? CertificatePath { get; init; }

    public SecureString? CertificatePassword { get; init; }

    /// <summary>SHA-1 thumbprint of a certificate with a private key in the current user's or the machine's store.</summary>
    public string? CertificateThumbprint { get; init; }

    public SecureString? ClientSecret { get; init; }

    public string? FederatedTokenFile { get; init; }

    public SecureString? AccessToken { get; init; }

    /// <summary>Brings a token of the session's Az context for a tenant (null: its own); called again when one runs out.</summary>
    public Func<string?, CancellationToken, Task<SecureString>>? AzContextToken { get; init; }

    /// <summary>Shows the code and address of a device sign-in to the person at the prompt.</summary>
    public Action<string>? DeviceCodePrompt { get; init; }

    /// <summary>AzureCloud, AzureUSGovernment or AzureChinaCloud; ignored where <see cref="Endpoint"/> is given.</summary>
    public string Environment { get; init; } = "AzureCloud";

    public Uri? Endpoint { get; init; }

    public Uri? Authority { get; init; }

    public string? Audience { get; init; }

    /// <summary>SHA-256 thumbprint a self-signed endpoint on loopback must show; refused for any other host.</summary>
    public string? PinnedCertificate { get; init; }

    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    public IReadOnlyList<string> AuxiliaryTenantIds { get; init; } = [];

    /// <summary>Microsoft.Network api-version; null takes the module's own.</summary>
    public string? ApiVersion { get; init; }
}
