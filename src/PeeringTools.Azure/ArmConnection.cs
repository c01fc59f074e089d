using System.Globalization;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure;

/// <summary>An identity at an endpoint of ARM's, real or the lab's.</summary>
internal sealed class ArmConnection : PeeringConnection
{
    private static int Made;

    private readonly AuxiliaryTokens _auxiliaryTokens;

    public ArmConnection(ArmAccess access, string tenantId, IReadOnlyList<string> auxiliaryTenantIds)
    {
        Access = access;
        (TenantId, AuxiliaryTenantIds) = (tenantId, auxiliaryTenantIds);
        (Endpoint, Clock, ApiVersion) = (access.Endpoint, access.Clock, access.NetworkApiVersion);
        _auxiliaryTokens = new AuxiliaryTokens(access.Tokens, tenantId, auxiliaryTenantIds);
    }

    /// <summary>Not public: PowerShell shows what is, and this leads to the tokens.</summary>
    internal ArmAccess Access { get; }

    /// <summary>A name that no other connection of this process has: Azure1, Lab2.</summary>
    public static string NextName(string kind) => kind + Interlocked.Increment(ref Made).ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends the connection's use: set by the lab when it is stopped.</summary>
    internal Func<bool> IsClosed { get; init; } = () => false;

    internal override IAuxiliaryTokens AuxiliaryTokens => _auxiliaryTokens;

    internal override IArmNetwork Open(IReporter reporter) => IsClosed()
        ? throw PeeringException.Of(nameof(Errors.NotConnected), null)
        : new ArmNetwork(new ArmSession(Access, reporter), _auxiliaryTokens);
}
