using System.Text.Json;
using PeeringTools.Lab.Access;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Management groups to look at: the list, one, and what lies below one. They are made by <see cref="ArmLab.AddManagementGroup"/>.</summary>
internal sealed class ManagementGroupService
{
    private const string Type = "Microsoft.Management/managementGroups";
    private const string Root = "/providers/" + Type + "/";

    private readonly LabEngine _engine;

    public ManagementGroupService(LabEngine engine) => _engine = engine;

    /// <summary>Null when the path is none of its own.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        bool groups = path.Scope is null && path.Subscription is null && path.IsType("Microsoft.Management", "managementGroups");
        bool below = path.Scope is null && path.Subscription is null && path.IsType("Microsoft.Management", "managementGroups", "descendants") && path.IsCollection;
        if (!groups && !below)
        {
            return null;
        }

        return (request.Method, groups && path.IsCollection) switch
        {
            ("GET", true) => List(request),
            ("GET", false) => below ? Descendants(request, Required(request)) : new ArmAnswer(200, Body(Required(request), whole: true)),
            _ => throw FrontEndErrors.MethodNotAllowed(request.Method, path.Type),
        };
    }

    private ManagementGroup[] All => [.. _engine.Estate.Groups.All(_engine.Estate)];

    private ArmAnswer List(ArmRequest request)
    {
        ManagementGroup[] sorted = [.. All.OrderBy(group => group.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, group => group.Id, group => IsVisible(request, group), group => Body(group, whole: false));
    }

    private ManagementGroup Required(ArmRequest request) =>
        All.FirstOrDefault(group => string.Equals(group.Id, request.Path.Names[0], StringComparison.OrdinalIgnoreCase) && IsVisible(request, group))
        ?? throw FrontEndErrors.AuthorizationFailed(request.Caller, Type + "/read", Root + request.Path.Names[0]);

    /// <summary>Who may do anything at a group or in a subscription below it sees the group.</summary>
    private bool IsVisible(ArmRequest request, ManagementGroup group) =>
        request.SpeaksFor(group.TenantId)
        && (Rights.Knows(request.Caller, Root + group.Id)
            || _engine.Estate.Groups.MembersOf(group.Id, _engine.Estate)!.Any(member => Rights.Knows(request.Caller, "/subscriptions/" + member)));

    private ArmAnswer Descendants(ArmRequest request, ManagementGroup top)
    {
        List<(string Id, string Name, string Type, string Label, string Parent)> found = [];
        ManagementGroup[] all = All;
        Queue<ManagementGroup> open = new([top]);
        while (open.Count > 0)
        {
            ManagementGroup group = open.Dequeue();
            foreach (ManagementGroup child in all.Where(g => string.Equals(g.ParentId, group.Id, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add((Root + child.Id, child.Id, Type, NameOf(child), group.Id));
                open.Enqueue(child);
            }

            found.AddRange(group.SubscriptionIds.Where(_engine.Estate.Subscriptions.ContainsKey).Select(id =>
                ("/subscriptions/" + id, id, "/subscriptions", _engine.Estate.Subscriptions[id].Name, group.Id)));
        }

        found.Sort((a, b) => string.Compare(a.Id, b.Id, StringComparison.OrdinalIgnoreCase));
        return Page.Of(request, found, _engine.Options.PageSize, item => item.Id, _ => true, item => ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteString("id", item.Id);
            w.WriteString("type", item.Type);
            w.WriteString("name", item.Name);
            w.WriteStartObject("properties");
            w.WriteString("displayName", item.Label);
            w.WriteStartObject("parent");
            w.WriteString("id", Root + item.Parent);
            w.WriteEndObject();
            w.WriteEndObject();
            w.WriteEndObject();
        }).Body);
    }

    private byte[] Body(ManagementGroup group, bool whole) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteString("id", Root + group.Id);
        w.WriteString("type", Type);
        w.WriteString("name", group.Id);
        w.WriteStartObject("properties");
        w.WriteString("tenantId", group.TenantId);
        w.WriteString("displayName", NameOf(group));
        if (whole)
        {
            WriteDetails(w, group);
        }

        w.WriteEndObject();
        w.WriteEndObject();
    }).Body;

    private void WriteDetails(Utf8JsonWriter w, ManagementGroup group)
    {
        w.WriteStartObject("details");
        w.WriteNumber("version", 1);
        if (All.FirstOrDefault(g => string.Equals(g.Id, group.ParentId, StringComparison.OrdinalIgnoreCase)) is ManagementGroup parent)
        {
            w.WriteStartObject("parent");
            w.WriteString("id", Root + parent.Id);
            w.WriteString("name", parent.Id);
            w.WriteString("displayName", NameOf(parent));
            w.WriteEndObject();
        }

        w.WriteEndObject();
    }

    private static string NameOf(ManagementGroup group) => group.ParentId is null ? "Tenant Root Group" : group.Id;
}
