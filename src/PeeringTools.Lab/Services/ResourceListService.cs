using System.Text.Json.Nodes;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Traffic;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>All resources of a subscription or a group, with the few members that such a list shows.</summary>
internal sealed class ResourceListService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public ResourceListService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Null when the path is none of its own.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool mine = request.Method == "GET" && path.Subscription is { Length: > 0 } && path.Namespace is null && path.IsTail("resources");
        return mine ? List(request) : null;
    }

    private ArmAnswer List(ArmRequest request)
    {
        ListFilter filter = ListFilter.Of(request, "resourceType", "name", "location", "resourceGroup", "tagName", "tagValue");
        IEnumerable<ResourceGroup> groups = request.Path.Group is null ? _gate.Subscription(request).Groups.Values : [_gate.Group(request)];
        AccessGate.RequireList(request, "Microsoft.Resources/subscriptions/resources/read", request.Path.Group is null ? "/subscriptions/" + request.Path.Subscription : request.Path.Id);
        Listed[] sorted = [.. groups.Where(group => filter.Fits("resourceGroup", group.Name)).SelectMany(In)
            .Where(item => filter.Fits("resourceType", item.Type) && filter.Fits("name", item.Name) && filter.Fits("location", item.Location) && filter.FitsTags(item.Tags))
            .OrderBy(item => item.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, item => item.Id, item => Rights.May(request.Caller, item.Type + "/read", item.Id), Body);
    }

    private static IEnumerable<Listed> In(ResourceGroup group)
    {
        foreach (VirtualNetwork network in group.Networks.Values)
        {
            yield return new Listed(network.Id, network.Name, "Microsoft.Network/virtualNetworks", network.Location, network.Tags);
        }

        // What has no place of its own is part of something else, and not listed.
        foreach (StoredResource resource in group.Others.Values)
        {
            if (resource.Body.Text("location") is string location)
            {
                Dictionary<string, string>? tags = (resource.Body["tags"] as JsonObject)?.ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
                yield return new Listed(resource.Id, resource.Body.Text("name") ?? "", resource.Type, location, tags);
            }
        }
    }

    private static byte[] Body(Listed item) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteString("id", item.Id);
        w.WriteString("name", item.Name);
        w.WriteString("type", item.Type);
        w.WriteString("location", item.Location);
        w.WriteTags(item.Tags);
        w.WriteEndObject();
    }).Body;

    private sealed record Listed(string Id, string Name, string Type, string Location, Dictionary<string, string>? Tags);
}
