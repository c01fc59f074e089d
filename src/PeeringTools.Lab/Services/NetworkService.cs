using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Virtual networks: lists, get, put, tags, delete.</summary>
internal sealed class NetworkService
{
    private const string Type = "Microsoft.Network/virtualNetworks";
    private const int MaximumPerRegion = 1000;

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;
    private readonly PeeringService _peerings;

    public NetworkService(LabEngine engine, AccessGate gate, OperationService operations, PeeringService peerings)
    {
        _engine = engine;
        _gate = gate;
        _operations = operations;
        _peerings = peerings;
    }

    public ArmAnswer Serve(ArmRequest request) => (request.Method, request.Path.IsCollection) switch
    {
        ("GET", true) => List(request),
        ("GET", false) => Get(request),
        ("PUT", false) => Put(request),
        ("PATCH", false) => Patch(request),
        ("DELETE", false) => Delete(request),
        ("HEAD", false) => Head(request),
        _ => throw FrontEndErrors.MethodNotAllowed(request.Method, Type),
    };

    public ArmAnswer CheckAddress(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/checkIpAddressAvailability/read", request.Path.Id);
        VirtualNetwork network = _gate.Network(request);
        request.Query.TryGetValue("ipAddress", out string? address);
        return AddressAvailability.Answer(network, address ?? "", _engine.Estate);
    }

    public ArmAnswer Usages(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/usages/read", request.Path.Id);
        return NetworkUsages.Answer(_gate.Network(request));
    }

    private ArmAnswer List(ArmRequest request)
    {
        AccessGate.RequireList(request, Type + "/read", request.Path.Group is null ? "/subscriptions/" + request.Path.Subscription : $"/subscriptions/{request.Path.Subscription}/resourceGroups/{request.Path.Group}");
        VirtualNetwork[] all = request.Path.Group is null
            ? _gate.Subscription(request).Networks
            : [.. _gate.Group(request).Networks.Values.OrderBy(n => n.Id, StringComparer.OrdinalIgnoreCase)];
        bool everything = request.Caller.Denials.Count == 0 && Rights.May(request.Caller, Type + "/read", "/subscriptions/" + request.Path.Subscription);
        ArmAnswer page = Page.Of(request, all, _engine.Options.PageSize, n => n.Id,
            n => everything || Rights.May(request.Caller, Type + "/read", n.Id), n => NetworkWriter.Body(n, _engine.Estate, request.ApiVersion));
        page.FromProvider = request.Path.Group is not null;
        return page;
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        VirtualNetwork network = _gate.Network(request);
        return new ArmAnswer(200, NetworkWriter.Body(network, _engine.Estate, request.ApiVersion)) { FromProvider = true }.With("ETag", NetworkWriter.Etag(network));
    }

    /// <summary>Resource Manager itself says what is not there; what is there has no HEAD.</summary>
    private ArmAnswer Head(ArmRequest request)
    {
        _ = _gate.Network(request);
        throw FrontEndErrors.MethodNotAllowed(request.Method, Type);
    }

    private ArmAnswer Put(ArmRequest request)
    {
        string name = request.Path.Names[0];
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        ResourceGroup group = _gate.Group(request);
        AccessGate.RefuseDeleting(group);
        ResourceNames.Check(name);
        NetworkBody body = NetworkBody.Read(StrictBody.Parse(request.Body), group, name);
        group.Networks.TryGetValue(name, out VirtualNetwork? existing);
        Preconditions.Check(request, request.Path.Id, existing);
        if (existing is not null && _engine.Operations.On(existing) is Operation busy)
        {
            throw NetworkErrors.Busy(OperationService.Url(request, busy));
        }

        VirtualNetwork network = existing ?? Create(group, name, body);
        NetworkRules.Check(_engine.Estate, network, body);
        bool resized = !network.AddressSpace.SameAs(body.AddressSpace);
        body.ApplyTo(network);
        foreach ((string peeringName, StrictBody peering) in body.Peerings)
        {
            _peerings.Apply(request, network, peeringName, peering, sync: false);
        }

        network.ProvisioningState = ProvisioningState.Updating;
        Touch(network, resized);
        byte[] answer = NetworkWriter.Body(network, _engine.Estate, request.ApiVersion);
        return _operations.Accept(request, new ArmAnswer(existing is null ? 201 : 200, answer), new Operation
        {
            Region = network.Location,
            Name = "PutVirtualNetworkOperation",
            Occupies = [network],
            Complete = () => Settle(network, ProvisioningState.Succeeded, resized),
            Fail = () => Settle(network, ProvisioningState.Failed, resized),
        }, 3, TimeSpan.FromSeconds(3));
    }

    private VirtualNetwork Create(ResourceGroup group, string name, NetworkBody body)
    {
        string location = body.Location ?? throw FrontEndErrors.LocationRequired();
        Regions.Check(location, Type);
        if (group.Subscription.Networks.Count(n => n.Location == location) >= MaximumPerRegion)
        {
            throw NetworkErrors.Bad("VnetCountLimitReached", $"Cannot create more than {MaximumPerRegion} virtual networks for this subscription in this region.");
        }

        // The rules are asked before it is part of the estate: a refused creation leaves nothing behind.
        NetworkRules.Check(_engine.Estate, new VirtualNetwork(group, name, location, Guid.Empty), body);
        VirtualNetwork network = _engine.Estate.Add(group, name, location);
        foreach (Peering waiting in _engine.Estate.PointingAt(network.Id))
        {
            waiting.Parent.Cached = null;
        }

        return network;
    }

    private ArmAnswer Patch(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        VirtualNetwork network = _gate.Network(request);
        Preconditions.Check(request, network.Id, network);
        StrictBody body = StrictBody.Parse(request.Body).Only("TagsObject", ["tags"]);
        network.Tags = TagRules.Read(body.Element.Member("tags"));
        network.Touch(_engine.Estate.Ids);
        return new ArmAnswer(200, NetworkWriter.Body(network, _engine.Estate, request.ApiVersion)) { FromProvider = true };
    }

    private ArmAnswer Delete(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/delete", request.Path.Id);
        _gate.RefuseLockedBelow(request.Path.Id);
        if (!_gate.Group(request).Networks.TryGetValue(request.Path.Names[0], out VirtualNetwork? network))
        {
            return new ArmAnswer(204) { FromProvider = true };
        }

        Preconditions.Check(request, network.Id, network);
        if (_engine.Operations.On(network) is Operation busy)
        {
            throw NetworkErrors.Busy(OperationService.Url(request, busy));
        }

        NetworkRules.CheckDelete(network);
        network.ProvisioningState = ProvisioningState.Deleting;
        network.Touch(_engine.Estate.Ids);
        return _operations.Accept(request, new ArmAnswer(202), new Operation
        {
            Region = network.Location,
            Name = "DeleteVirtualNetworkOperation",
            IsDelete = true,
            Occupies = [network],
            Complete = () => PeeringMachine.Remove(_engine.Estate, network),
            Fail = () => Settle(network, ProvisioningState.Failed, peersToo: false),
        }, 10, TimeSpan.FromSeconds(10));
    }

    private void Settle(VirtualNetwork network, ProvisioningState state, bool peersToo)
    {
        network.ProvisioningState = state;
        Touch(network, peersToo);
    }

    /// <summary>A resize shows on the other halves; tags and subnets do not.</summary>
    private void Touch(VirtualNetwork network, bool peersToo)
    {
        network.Touch(_engine.Estate.Ids);
        foreach (Peering peering in network.Peerings.Where(_ => peersToo))
        {
            _engine.Estate.Network(peering.RemoteId)?.Touch(_engine.Estate.Ids);
        }
    }
}
