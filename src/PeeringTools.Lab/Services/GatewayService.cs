using System.Text;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>The connections of one gateway, in whatever group they lie. Source: VirtualNetworkGateways_ListConnections.</summary>
internal sealed class GatewayService
{
    private const string Read = "Microsoft.Network/virtualNetworkGateways/connections/read";

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public GatewayService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Null for a path that is not this list.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        if (request.Method != "GET" || path.Group is null || !path.IsCollection || !path.IsType("Microsoft.Network", "virtualNetworkGateways", "connections"))
        {
            return null;
        }

        AccessGate.Require(request, Read, path.Id);
        if (!_gate.Group(request).Others.ContainsKey(path.Id))
        {
            throw FrontEndErrors.ResourceNotFound("Microsoft.Network/virtualNetworkGateways/" + path.Names[0], path.Group);
        }

        StoredResource[] own = [.. _engine.Estate.Stored
            .Where(r => r.Type.Same("Microsoft.Network/connections") && IsOf(r, path.Id)).OrderBy(r => r.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, own, _engine.Options.PageSize, r => r.Id, _ => true, r => Encoding.UTF8.GetBytes(r.Body.ToJsonString()));
    }

    private static bool IsOf(StoredResource connection, string gatewayId) =>
        connection.Properties().Reference("virtualNetworkGateway1").Same(gatewayId) || connection.Properties().Reference("virtualNetworkGateway2").Same(gatewayId);
}
