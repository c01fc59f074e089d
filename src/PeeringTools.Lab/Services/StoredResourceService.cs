using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Resources without a state machine: what was put is what is got. A type nobody ever stored is not served at all.</summary>
internal sealed class StoredResourceService
{
    private const string Gateways = "Microsoft.Network/virtualNetworkGateways";

    /// <summary>The list of a scale set's interfaces; each of them lies under one of its machines.</summary>
    private const string ScaleSetInterfaces = "Microsoft.Compute/virtualMachineScaleSets/networkInterfaces";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        Gateways, "Microsoft.Network/connections", "Microsoft.Network/localNetworkGateways", "Microsoft.Network/networkSecurityGroups",
        "Microsoft.Network/routeTables", "Microsoft.Network/networkInterfaces", "Microsoft.Network/publicIPAddresses", "Microsoft.Network/azureFirewalls",
        "Microsoft.Network/firewallPolicies", "Microsoft.Network/privateDnsZones", "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        "Microsoft.Network/virtualHubs", "Microsoft.Network/virtualHubs/ipConfigurations", "Microsoft.Network/virtualWans", "Microsoft.Network/privateEndpoints",
        "Microsoft.Network/natGateways", "Microsoft.Network/bastionHosts", "Microsoft.Network/networkWatchers", "Microsoft.Network/ddosProtectionPlans",
        "Microsoft.Network/networkManagers", "Microsoft.Network/networkManagers/connectivityConfigurations", "Microsoft.Network/networkManagers/networkGroups",
        "Microsoft.Network/networkManagers/networkGroups/staticMembers", "Microsoft.Network/expressRouteCircuits", "Microsoft.Network/loadBalancers",
        "Microsoft.Network/applicationSecurityGroups", "Microsoft.Compute/virtualMachines", "Microsoft.Compute/virtualMachineScaleSets", ScaleSetInterfaces,
        "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces",
    };

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public StoredResourceService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    public ArmAnswer Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool served = Has(path.Type);
        bool gatewaysEverywhere = path.IsCollection && path.Group is null && string.Equals(path.Type, Gateways, StringComparison.OrdinalIgnoreCase);
        if (!served || gatewaysEverywhere)
        {
            throw FrontEndErrors.InvalidType(path.Namespace!, string.Join("/", path.Types), request.ApiVersion.Text);
        }

        return (request.Method, path.IsCollection) switch
        {
            ("GET", true) => List(request),
            ("GET", false) => Get(request),
            ("PUT", false) => Put(request),
            ("DELETE", false) => Delete(request),
            _ => throw FrontEndErrors.MethodNotAllowed(request.Method, path.Type),
        };
    }

    /// <summary>True for a type that the lab keeps: a known one, or one that an estate brought.</summary>
    public bool Has(string type) => Known.Contains(type) || _engine.Estate.StoredTypes.Contains(type);

    private static byte[] Body(StoredResource resource)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, JsonText.Writing))
        {
            resource.Body.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private ArmAnswer List(ArmRequest request)
    {
        ArmPath path = request.Path;
        string scope = path.Group is null ? "/subscriptions/" + path.Subscription : _gate.Group(request).Id;
        AccessGate.RequireList(request, path.Type + "/read", scope);
        IEnumerable<ResourceGroup> groups = path.Group is null ? _gate.Subscription(request).Groups.Values : [_gate.Group(request)];
        bool scaleSet = string.Equals(path.Type, ScaleSetInterfaces, StringComparison.OrdinalIgnoreCase);
        string type = scaleSet ? "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces" : path.Type;
        string prefix = path.Names.Count == 0 ? "" : path.Id + "/" + (scaleSet ? "virtualMachines" : path.Types[path.Types.Count - 1]) + "/";
        StoredResource[] sorted = [.. groups.SelectMany(g => g.Others.Values)
            .Where(r => string.Equals(r.Type, type, StringComparison.OrdinalIgnoreCase) && r.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, r => r.Id, r => Rights.May(request.Caller, path.Type + "/read", r.Id), Body);
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, request.Path.Type + "/read", request.Path.Id);
        return new ArmAnswer(200, Body(Existing(request) ?? throw FrontEndErrors.ResourceNotFound($"{request.Path.Type}/{string.Join("/", request.Path.Names)}", request.Path.Group!)));
    }

    private StoredResource? Existing(ArmRequest request) =>
        _gate.Group(request).Others.TryGetValue(request.Path.Id, out StoredResource? resource) ? resource : null;

    private ArmAnswer Put(ArmRequest request)
    {
        ArmPath path = request.Path;
        AccessGate.Require(request, path.Type + "/write", path.Id);
        _gate.RefuseLocked(path.Id, delete: false);
        ResourceGroup group = _gate.Group(request);
        AccessGate.RefuseDeleting(group);
        using JsonDocument document = GenericBody.Parse(request.Body);
        _ = TagRules.Read(document.RootElement.Member("tags"));
        JsonObject body = JsonObject.Create(document.RootElement.Clone())!;
        StoredResource? existing = Existing(request);
        StoredResource resource = new(existing?.Id ?? $"{group.Id}{path.Id.Substring(group.Id.Length)}", path.Type, StoredBody.Complete(body, existing?.Id ?? path.Id, path.Type, path.Names[path.Names.Count - 1]));
        _engine.Estate.Store(group, resource);
        return new ArmAnswer(existing is null ? 201 : 200, Body(resource));
    }

    private ArmAnswer Delete(ArmRequest request)
    {
        AccessGate.Require(request, request.Path.Type + "/delete", request.Path.Id);
        _gate.RefuseLockedBelow(request.Path.Id);
        StoredResource? existing = Existing(request);
        if (existing is null)
        {
            return new ArmAnswer(204);
        }

        _engine.Estate.Discard(_gate.Group(request), existing);
        return new ArmAnswer(200);
    }
}
