using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Subnets as resources of their own.</summary>
internal sealed class SubnetService
{
    private const string Type = "Microsoft.Network/virtualNetworks/subnets";

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;

    public SubnetService(LabEngine engine, AccessGate gate, OperationService operations)
    {
        _engine = engine;
        _gate = gate;
        _operations = operations;
    }

    public ArmAnswer Serve(ArmRequest request) => (request.Method, request.Path.IsCollection) switch
    {
        ("GET", true) => List(request),
        ("GET", false) => Get(request),
        ("PUT", false) => Put(request),
        ("DELETE", false) => Delete(request),
        _ => throw FrontEndErrors.MethodNotAllowed(request.Method, Type),
    };

    private static byte[] Body(Subnet subnet, ApiVersion version) => JsonText.Bytes(w => NetworkWriter.WriteSubnet(w, subnet, version));

    private ArmAnswer List(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        Subnet[] sorted = [.. _gate.Network(request).Subnets.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, s => s.Name, _ => true, s => Body(s, request.ApiVersion));
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        VirtualNetwork network = _gate.Network(request);
        Subnet subnet = network.FindSubnet(request.Path.Names[1]) ?? throw NetworkErrors.NotFound($"{network.Id}/subnets/{request.Path.Names[1]}");
        return new ArmAnswer(200, Body(subnet, request.ApiVersion)) { FromProvider = true }.With("ETag", NetworkWriter.Etag(network));
    }

    private ArmAnswer Put(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        VirtualNetwork network = Writable(request, delete: false);
        SubnetBody body = SubnetBody.Read(StrictBody.Parse(request.Body), request.Path.Names[1], network.Id);
        Subnet? existing = network.FindSubnet(body.Name);
        List<SubnetBody> plan = [.. network.Subnets.Where(s => s != existing).Select(SubnetBody.Of), body];
        SubnetRules.Check(network, network.AddressSpace, plan);
        Subnet subnet = body.ToSubnet(network);
        int at = existing is null ? network.Subnets.Count : network.Subnets.IndexOf(existing);
        network.Subnets = [.. network.Subnets.Take(at), subnet, .. network.Subnets.Skip(at + 1)];
        network.ProvisioningState = ProvisioningState.Updating;
        network.Touch(_engine.Estate.Ids);
        return Accept(request, network, new ArmAnswer(existing is null ? 201 : 200, Body(subnet, request.ApiVersion)), "PutSubnetOperation", delete: null);
    }

    private ArmAnswer Delete(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/delete", request.Path.Id);
        VirtualNetwork network = Writable(request, delete: true);
        if (network.FindSubnet(request.Path.Names[1]) is not Subnet subnet)
        {
            return new ArmAnswer(204) { FromProvider = true };
        }

        SubnetRules.CheckDelete(subnet);
        network.ProvisioningState = ProvisioningState.Updating;
        network.Touch(_engine.Estate.Ids);
        return Accept(request, network, new ArmAnswer(202), "DeleteSubnetOperation", subnet);
    }

    private VirtualNetwork Writable(ArmRequest request, bool delete)
    {
        _gate.RefuseLocked(request.Path.Id, delete);
        AccessGate.RefuseDeleting(_gate.Group(request));
        VirtualNetwork network = _gate.Network(request);
        Preconditions.Check(request, request.Path.Id, network.FindSubnet(request.Path.Names[1]) is null ? null : network);
        return _engine.Operations.On(network) is Operation busy ? throw NetworkErrors.Busy(OperationService.Url(request, busy)) : network;
    }

    private ArmAnswer Accept(ArmRequest request, VirtualNetwork network, ArmAnswer answer, string name, Subnet? delete) =>
        _operations.Accept(request, answer, new Operation
        {
            Region = network.Location,
            Name = name,
            IsDelete = delete is not null,
            Occupies = [network],
            Complete = () =>
            {
                network.Subnets = [.. network.Subnets.Where(s => s != delete)];
                Settle(network, ProvisioningState.Succeeded);
            },
            Fail = () => Settle(network, ProvisioningState.Failed),
        }, delete is null ? 3 : 10, TimeSpan.FromSeconds(delete is null ? 3 : 10));

    private void Settle(VirtualNetwork network, ProvisioningState state)
    {
        network.ProvisioningState = state;
        network.Touch(_engine.Estate.Ids);
    }
}
