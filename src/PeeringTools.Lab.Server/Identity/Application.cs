using System.Security.Cryptography.X509Certificates;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>An application that may sign in, and what it signs in with. Its rights are those of its principal in the lab.</summary>
internal sealed class Application
{
    public required string Name { get; init; }

    public required string ClientId { get; init; }

    public required string ObjectId { get; init; }

    public string? Secret { get; init; }

    /// <summary>With its private key: the server made it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Who it is at the foreign issuer of tokens; null where it trusts none.</summary>
    public string? FederatedSubject { get; init; }

    /// <summary>Whether the managed identity endpoint gives tokens of it.</summary>
    public bool IsManagedIdentity { get; init; }

    /// <summary>The tenants of the loaded estate that it is in.</summary>
    public IReadOnlyList<string> Tenants { get; set; } = [];

    /// <summary>How it can sign in, in words.</summary>
    public IEnumerable<string> Ways =>
    [
        .. Secret is null ? Array.Empty<string>() : ["clientSecret"],
        .. Certificate is null ? Array.Empty<string>() : ["certificate"],
        .. FederatedSubject is null ? Array.Empty<string>() : ["federatedToken"],
        .. IsManagedIdentity ? ["managedIdentity"] : Array.Empty<string>(),
    ];

    public bool IsIn(string tenantId) => Tenants.Contains(tenantId, StringComparer.OrdinalIgnoreCase);
}
