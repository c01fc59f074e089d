using PeeringTools.Ports;

namespace PeeringTools.Azure.Identity;

/// <summary>Lends the tokens of a connection to writes that cross into its tenants.</summary>
internal sealed class AuxiliaryTokens(TokenKeeper tokens, string homeTenantId, IReadOnlyList<string> tenantIds) : IAuxiliaryTokens
{
    public bool Covers(string tenantId) =>
        Is(homeTenantId, tenantId) || tenantIds.Any(known => Is(known, tenantId));

    /// <summary>A token for a tenant that is covered.</summary>
    public Task<string> GetTokenAsync(string tenantId, CancellationToken cancellationToken) =>
        tokens.GetAsync(Is(homeTenantId, tenantId) ? null : tenantId, null, cancellationToken);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
