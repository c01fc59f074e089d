using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>What Azure computes for an interface of a running machine: its effective routes and security groups.</summary>
internal sealed class TrafficService
{
    private const string Type = "Microsoft.Network/networkInterfaces";

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;

    public TrafficService(LabEngine engine, AccessGate gate, OperationService operations)
    {
        _engine = engine;
        _gate = gate;
        _operations = operations;
    }

    /// <summary>Null for a path that names no such computation.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool routes = path.IsType("Microsoft.Network", "networkInterfaces", "effectiveRouteTable");
        if (request.Method != "POST" || path.Group is null || !(routes || path.IsType("Microsoft.Network", "networkInterfaces", "effectiveNetworkSecurityGroups")))
        {
            return null;
        }

        _gate.Act(request);
        Interface nic = Interface.Of(_engine.Estate.Find(path.Id), _engine.Estate)
            ?? throw FrontEndErrors.ResourceNotFound($"{Type}/{path.Names[0]}", path.Group);
        if (!Machines.IsRunning(nic, _engine.Estate))
        {
            throw NotRunning(nic.Id, routes ? "EffectiveRoutes" : "EffectiveSecurityGroups", routes ? "effective routes" : "effective security groups");
        }

        ArmAnswer result = routes
            ? EffectiveWriter.Routes(EffectiveRoutes.Of(nic.Subnet, _engine.Estate), request.ApiVersion)
            : EffectiveWriter.Groups(SecurityGroup.At(nic, _engine.Estate));
        return _operations.Compute(request, nic.Subnet.Parent.Location, result);
    }

    private static ArmException NotRunning(string nicId, string suffix, string what) => NetworkErrors.Bad("NicMustBeAttachedToRunningVmToGet" + suffix,
        $"A network interface must be attached to a running virtual machine to get {what}. The network interface {nicId} is not attached to a running virtual machine.");
}
