using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>The halves of peerings: list, get, put, delete.</summary>
internal sealed class PeeringService
{
    private const string Type = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;

    public PeeringService(LabEngine engine, AccessGate gate, OperationService operations)
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

    /// <summary>Carries one half's body into its network; the caller answers and starts the operation.</summary>
    public (Peering Peering, bool Created) Apply(ArmRequest request, VirtualNetwork parent, string name, StrictBody body, bool sync)
    {
        PeeringBody wanted = PeeringBody.Read(body, request.ApiVersion, _engine.Options.AdmitPeeringMembers);
        Peering? existing = parent.FindPeering(name);
        string id = existing?.Id ?? $"{parent.Id}/virtualNetworkPeerings/{name}";
        LinkedAccess.Check(request, _engine.Estate, id, wanted.RemoteId);
        VirtualNetwork remote = PeeringRules.Check(_engine.Estate, parent, existing, id, wanted);
        if (_engine.Operations.On(remote) is Operation busy && !ReferenceEquals(remote, parent))
        {
            throw NetworkErrors.RemoteBusy(remote, id, busy.Name);
        }

        Peering peering = existing ?? new Peering(parent, name, remote.Id);
        PeeringMachine.Put(peering, remote, wanted.Flags, sync, created: existing is null);
        return (peering, existing is null);
    }

    private ArmAnswer List(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        VirtualNetwork network = _gate.Network(request);
        Peering[] sorted = [.. network.Peerings.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
        ArmAnswer page = Page.Of(request, sorted, _engine.Options.PageSize, p => p.Name, _ => true, p => Body(p, request.ApiVersion));
        page.FromProvider = true;
        return page;
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        VirtualNetwork network = _gate.Network(request);
        Peering peering = network.FindPeering(request.Path.Names[1]) ?? throw NetworkErrors.NotFound($"{network.Id}/virtualNetworkPeerings/{request.Path.Names[1]}");
        return new ArmAnswer(200, Body(peering, request.ApiVersion)) { FromProvider = true }.With("ETag", NetworkWriter.Etag(network));
    }

    private ArmAnswer Put(ArmRequest request)
    {
        string name = request.Path.Names[1];
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        ResourceGroup group = _gate.Group(request);
        AccessGate.RefuseDeleting(group);
        VirtualNetwork parent = group.Networks.TryGetValue(request.Path.Names[0], out VirtualNetwork? found)
            ? found
            : throw FrontEndErrors.ParentNotFound(Type, "Microsoft.Network/virtualNetworks/" + request.Path.Names[0]);
        bool sync = request.Query.TryGetValue("syncRemoteAddressSpace", out string? value) && Sync(value);
        ResourceNames.Check(name);
        StrictBody body = StrictBody.Parse(request.Body);
        Preconditions.Check(request, request.Path.Id, parent.FindPeering(name) is null ? null : parent);
        if (_engine.Operations.On(parent) is Operation busy)
        {
            throw NetworkErrors.Busy(OperationService.Url(request, busy));
        }

        (Peering peering, bool created) = Apply(request, parent, name, body, sync);
        VirtualNetwork remote = _engine.Estate.Network(peering.RemoteId)!;
        peering.ProvisioningState = ProvisioningState.Updating;
        Touch(parent, remote);
        return _operations.Accept(request, new ArmAnswer(created ? 201 : 200, Body(peering, request.ApiVersion)), new Operation
        {
            Region = parent.Location,
            Name = "PutVirtualNetworkPeeringOperation",
            Occupies = [parent, remote],
            Complete = () => Settle(peering, remote, ProvisioningState.Succeeded),
            Fail = () => Settle(peering, remote, ProvisioningState.Failed),
        }, 10, Duration);
    }

    private ArmAnswer Delete(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/delete", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: true);
        VirtualNetwork parent = _gate.Network(request);
        Peering? peering = parent.FindPeering(request.Path.Names[1]);
        Preconditions.Check(request, request.Path.Id, peering is null ? null : parent);
        if (peering is null)
        {
            return new ArmAnswer(204) { FromProvider = true };
        }

        Peering? counterpart = _engine.Estate.Counterpart(peering);
        if (_engine.Operations.Running.FirstOrDefault(o => o.Covers(parent) && (o.Deletes is null || o.Deletes != counterpart)) is Operation busy)
        {
            throw NetworkErrors.Busy(OperationService.Url(request, busy));
        }

        PeeringRules.CheckDelete(peering, counterpart);
        peering.ProvisioningState = ProvisioningState.Deleting;
        VirtualNetwork? remote = _engine.Estate.Network(peering.RemoteId);
        Touch(parent, remote);
        return _operations.Accept(request, new ArmAnswer(202), new Operation
        {
            Region = parent.Location,
            Name = "DeleteVirtualNetworkPeeringOperation",
            IsDelete = true,
            Deletes = peering,
            Occupies = remote is null ? [parent] : [parent, remote],
            Complete = () =>
            {
                PeeringMachine.Remove(_engine.Estate, peering);
                Touch(parent, remote);
            },
            Fail = () => Settle(peering, remote, ProvisioningState.Failed),
        }, 10, Duration);
    }

    private static bool Sync(string value) =>
        string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw ArmError.Provider(400, "InvalidParameter", $"The value '{value}' of the query parameter syncRemoteAddressSpace is not supported; the supported value is 'true'.").Thrown();

    private void Settle(Peering peering, VirtualNetwork? remote, ProvisioningState state)
    {
        peering.ProvisioningState = state;
        Touch(peering.Parent, remote);
    }

    private void Touch(VirtualNetwork parent, VirtualNetwork? remote)
    {
        parent.Touch(_engine.Estate.Ids);
        remote?.Touch(_engine.Estate.Ids);
    }

    private byte[] Body(Peering peering, ApiVersion version)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonText.Writing))
        {
            PeeringWriter.Write(writer, peering, _engine.Estate, version);
        }

        return stream.ToArray();
    }
}
