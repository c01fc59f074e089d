using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <summary>A connection to a <see cref="FakeArmNetwork"/>; it vouches for its own and its auxiliary tenants.</summary>
internal sealed class FakeConnection(FakeArmNetwork network) : PeeringConnection, IAuxiliaryTokens
{
    public FakeArmNetwork Network { get; } = network;

    internal override IAuxiliaryTokens AuxiliaryTokens => this;

    public bool Covers(string tenantId) =>
        string.Equals(tenantId, TenantId, StringComparison.OrdinalIgnoreCase)
        || AuxiliaryTenantIds.Contains(tenantId, StringComparer.OrdinalIgnoreCase);

    internal override IArmNetwork Open(IReporter reporter) => Network;
}
