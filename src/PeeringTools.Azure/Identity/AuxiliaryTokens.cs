using PeeringTools.Ports;

namespace PeeringTools.Azure.Identity;

/// <summary>Lends the tokens of a connection to writes that cross into its tenants.</summary>
internal sealed class AuxiliaryTokens(TokenKeeper tokens, string homeTenantId, IReadOnlyList<string> tenantIds) : IAuxiliaryTokens
{
    /// <summary>Tenants a request may bring tokens of besides its own (authenticate-multi-tenant).</summary>
    public const int Maximum = 3;

    /// <summary>Every tenant there is a token for, the home first.</summary>
    public IEnumerable<string> TenantIds => [homeTenantId, .. tenantIds];

    public bool IsHome(string tenantId) => Is(homeTenantId, tenantId);

    public bool Covers(string tenantId) => this.TenantIds.Any(known => Is(known, tenantId));

    /// <summary>A token for a tenant that is covered.</summary>
    public Task<string> GetTokenAsync(string tenantId, CancellationToken cancellationToken) =>
        tokens.GetAsync(this.IsHome(tenantId) ? null : tenantId, null, cancellationToken);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
