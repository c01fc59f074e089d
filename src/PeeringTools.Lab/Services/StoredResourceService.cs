using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Resources without a state machine: what was put is what is got. A type nobody ever stored is not served at all.</summary>
internal sealed class StoredResourceService
{
    private const string Gateways = "Microsoft.Network/virtualNetworkGateways";

    private const string Links = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";

    /// <summary>The list of a scale set's interfaces; each of them lies under one of its machines.</summary>
    private const string ScaleSetInterfaces = "Microsoft.Compute/virtualMachineScaleSets/networkInterfaces";

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
        bool gatewaysEverywhere = path.IsCollection && path.Group is null && string.Equals(path.Type, Gateways, StringComparison.OrdinalIgnoreCase);
        if (!IsServed(path.Type) || gatewaysEverywhere)
        {
            throw FrontEndErrors.InvalidType(path.Namespace!, string.Join("/", path.Types), request.ApiVersion.Text);
        }

        return (request.Method, path.IsCollection) switch
        {
            ("GET", true) => List(request),
            ("GET", false) => Get(request),
            ("PUT", false) => Put(request),
            ("PATCH", false) when HasTags(path) => Patch(request),
            ("DELETE", false) => Delete(request),
            _ => throw FrontEndErrors.MethodNotAllowed(request.Method, path.Type),
        };
    }

    /// <summary>True for a type that the lab keeps: a known one, or one that an estate brought.</summary>
    public bool IsServed(string type) => ProviderCatalog.Stored.Contains(type) || _engine.Estate.StoredTypes.Contains(type);

    private ArmAnswer List(ArmRequest request)
    {
        ArmPath path = request.Path;
        string scope = path.Group is null ? "/subscriptions/" + path.Subscription : _gate.Group(request).Id;
        AccessGate.RequireList(request, path.Type + "/read", scope);
        IEnumerable<ResourceGroup> groups = path.Group is null ? _gate.Subscription(request).Groups.Values : [_gate.Group(request)];
        RequireParent(request);
        bool scaleSet = string.Equals(path.Type, ScaleSetInterfaces, StringComparison.OrdinalIgnoreCase);
        string type = scaleSet ? "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces" : path.Type;
        string prefix = path.Names.Count == 0 ? "" : path.Id + "/" + (scaleSet ? "virtualMachines" : path.Types[path.Types.Count - 1]) + "/";
        StoredResource[] sorted = [.. groups.SelectMany(g => g.Others.Values)
            .Where(r => string.Equals(r.Type, type, StringComparison.OrdinalIgnoreCase) && r.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, r => r.Id, r => Rights.May(request.Caller, path.Type + "/read", r.Id), new StoredWriter(_engine.Estate).Body);
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, request.Path.Type + "/read", request.Path.Id);
        StoredResource resource = Required(request);
        return new ArmAnswer(200, new StoredWriter(_engine.Estate).Body(resource)).With("ETag", resource.Etag);
    }

    private StoredResource? Existing(ArmRequest request) =>
        _gate.Group(request).Others.TryGetValue(request.Path.Id, out StoredResource? resource) ? resource : null;

    private StoredResource Required(ArmRequest request) =>
        Existing(request) ?? throw FrontEndErrors.ResourceNotFound($"{request.Path.Type}/{string.Join("/", request.Path.Names)}", request.Path.Group!);

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
        Preconditions.Check(request, path.Id, existing);
        Locate(path, document.RootElement.Member("location").Text(), body, existing);
        StoredResource resource = new(existing?.Id ?? $"{group.Id}{path.Id.Substring(group.Id.Length)}", path.Type, StoredBody.Complete(body, existing?.Id ?? path.Id, path.Type, path.Names[path.Names.Count - 1]));
        _engine.Estate.Store(group, resource);
        return new ArmAnswer(existing is null ? 201 : 200, new StoredWriter(_engine.Estate).Body(resource));
    }

    private ArmAnswer Patch(ArmRequest request)
    {
        AccessGate.Require(request, request.Path.Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        StoredResource resource = Required(request);
        Preconditions.Check(request, resource.Id, resource);
        StrictBody body = StrictBody.Parse(request.Body).Only("TagsObject", ["tags"]);
        resource.SetTags(TagRules.Read(body.Element.Member("tags")), _engine.Estate.Ids);
        return new ArmAnswer(200, new StoredWriter(_engine.Estate).Body(resource));
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

        Preconditions.Check(request, existing.Id, existing);
        AssociationRules.CheckDelete(existing, _engine.Estate);
        _engine.Estate.Discard(_gate.Group(request), existing);
        return new ArmAnswer(200);
    }

    /// <summary>A networking resource does not come without a location, and does not lose the one it has.</summary>
    private static void Locate(ArmPath path, string? given, JsonObject body, StoredResource? existing)
    {
        if (!HasTags(path) || !string.Equals(path.Namespace, "Microsoft.Network", StringComparison.OrdinalIgnoreCase) || given is { Length: > 0 })
        {
            return;
        }

        body["location"] = existing?.Body.Text("location")
            ?? throw FrontEndErrors.LocationRequired();
    }

    /// <summary>Of the resources that lie below another one, only these are tracked and have tags.</summary>
    private static bool HasTags(ArmPath path) => path.Types.Count == 1 || string.Equals(path.Type, Links, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A list needs the parent that its path names. One whose type nobody stores is taken for granted (the machines of a
    /// scale set), and so is one that has something below it.
    /// </summary>
    private void RequireParent(ArmRequest request)
    {
        ArmPath path = request.Path;
        string parent = $"{path.Namespace}/{string.Join("/", path.Types.Take(path.Names.Count))}";
        if (path.Names.Count == 0 || !IsServed(parent) || _gate.Group(request).Others.Keys.Any(id => id.Same(path.Id) || id.StartsWith(path.Id + "/", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        throw FrontEndErrors.ParentNotFound(path.Type, $"{parent}/{string.Join("/", path.Names)}");
    }
}
