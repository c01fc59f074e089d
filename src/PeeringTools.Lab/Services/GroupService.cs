using System.Text.Json;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Resource groups.</summary>
internal sealed class GroupService
{
    private const string Type = "Microsoft.Resources/subscriptions/resourceGroups";

    private readonly LabEngine _engine;
    private readonly AccessGate _gate;
    private readonly OperationService _operations;

    public GroupService(LabEngine engine, AccessGate gate, OperationService operations)
    {
        _engine = engine;
        _gate = gate;
        _operations = operations;
    }

    public ArmAnswer Serve(ArmRequest request) => (request.Method, request.Path.Group) switch
    {
        ("GET", null) => List(request),
        ("GET", _) => Get(request),
        ("HEAD", not null) => Head(request),
        ("PUT", not null) => Put(request),
        ("PATCH", not null) => Patch(request),
        ("DELETE", not null) => Delete(request),
        _ => throw FrontEndErrors.MethodNotAllowed(request.Method, Type),
    };

    private static byte[] Body(ResourceGroup group, ApiVersion version) => ArmAnswer.Json(200, w => Write(w, group, version)).Body;

    private static void Write(Utf8JsonWriter w, ResourceGroup group, ApiVersion version)
    {
        w.WriteStartObject();
        w.WriteString("id", group.Id);
        w.WriteString("name", group.Name);
        if (string.CompareOrdinal(version.Text, "2018-01-01") >= 0)
        {
            w.WriteString("type", "Microsoft.Resources/resourceGroups");
        }

        w.WriteString("location", group.Location);
        w.WriteTags(group.Tags);
        w.WriteStartObject("properties");
        w.WriteString("provisioningState", group.Deleting ? "Deleting" : "Succeeded");
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private ArmAnswer List(ArmRequest request)
    {
        AccessGate.RequireList(request, Type + "/read", "/subscriptions/" + request.Path.Subscription);
        ListFilter filter = ListFilter.Of(request, "tagName", "tagValue");
        ResourceGroup[] sorted = [.. _gate.Subscription(request).Groups.Values.Where(g => filter.FitsTags(g.Tags)).OrderBy(g => g.Name, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, g => g.Name, g => Rights.May(request.Caller, Type + "/read", g.Id), g => Body(g, request.ApiVersion));
    }

    private ArmAnswer Get(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        return new ArmAnswer(200, Body(_gate.Group(request), request.ApiVersion));
    }

    private ArmAnswer Head(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/read", request.Path.Id);
        return new ArmAnswer(_gate.Subscription(request).Groups.ContainsKey(request.Path.Group!) ? 204 : 404);
    }

    private ArmAnswer Put(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        using JsonDocument body = GenericBody.Parse(request.Body);
        Subscription subscription = _gate.Subscription(request);
        bool created = !subscription.Groups.TryGetValue(request.Path.Group!, out ResourceGroup? group);
        string? location = Region.Normal(body.RootElement.Member("location").Text());
        if (location is not null)
        {
            Regions.CheckGroup(location);
        }

        if (created)
        {
            ResourceNames.CheckGroup(request.Path.Group!);
            group = Estate.Group(subscription, request.Path.Group!, location ?? throw FrontEndErrors.LocationRequired());
        }
        else if (location is not null && !string.Equals(location, group!.Location, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.FrontEnd(409, "InvalidResourceGroupLocation",
                $"Invalid resource group location '{location}'. The Resource group already exists in location '{group.Location}'.").Thrown();
        }

        AccessGate.RefuseDeleting(group!);
        group!.Tags = body.RootElement.Member("tags") is JsonElement tags ? TagRules.Read(tags) : null;
        return new ArmAnswer(created ? 201 : 200, Body(group, request.ApiVersion));
    }

    private ArmAnswer Patch(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/write", request.Path.Id);
        _gate.RefuseLocked(request.Path.Id, delete: false);
        ResourceGroup group = _gate.Group(request);
        using JsonDocument body = GenericBody.Parse(request.Body);
        group.Tags = body.RootElement.Member("tags") is JsonElement tags ? TagRules.Read(tags) : group.Tags;
        return new ArmAnswer(200, Body(group, request.ApiVersion));
    }

    private ArmAnswer Delete(ArmRequest request)
    {
        AccessGate.Require(request, Type + "/delete", request.Path.Id);
        ResourceGroup group = _gate.Group(request);
        _gate.RefuseLockedBelow(group.Id);
        AccessGate.RefuseDeleting(group);
        group.Deleting = true;
        return _operations.Accept(request, new ArmAnswer(202), new Operation
        {
            IsDelete = true,
            Occupies = [.. group.Networks.Values],
            Complete = () => Remove(group),
            Fail = () => group.Deleting = false,
        }, 15, TimeSpan.FromSeconds(15));
    }

    private void Remove(ResourceGroup group)
    {
        foreach (VirtualNetwork network in group.Networks.Values.ToArray())
        {
            PeeringMachine.Remove(_engine.Estate, network);
        }

        foreach (string id in group.Others.Keys)
        {
            _engine.Estate.Gateways.Remove(id);
        }

        group.Subscription.Groups.Remove(group.Name);
    }
}
