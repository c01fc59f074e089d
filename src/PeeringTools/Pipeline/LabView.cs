using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>The running lab as an object of the pipeline.</summary>
internal static class LabView
{
    public static PeeringLab Of(ILabSession lab) => new()
    {
        Estate = lab.Estate,
        Now = lab.Now.UtcDateTime,
        Latency = lab.Latency,
        Account = lab.Connection.Account,
        Tenants = [.. lab.CallerTenants],
        Requests = [.. lab.Ledger],
    };
}
