using PeeringTools.Lab.Access;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.Rules;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>Subscriptions, their locations, and tenants.</summary>
internal sealed class SubscriptionService
{
    private readonly LabEngine _engine;
    private readonly AccessGate _gate;

    public SubscriptionService(LabEngine engine, AccessGate gate)
    {
        _engine = engine;
        _gate = gate;
    }

    /// <summary>Null when the path is none of its own.</summary>
    public ArmAnswer? Serve(ArmRequest request)
    {
        ArmPath path = request.Path;
        if (request.Method != "GET")
        {
            return null;
        }

        if (path.Namespace is null)
        {
            bool tenants = path.Subscription is null && path.IsTail("tenants");
            bool locations = path.Subscription is { Length: > 0 } && path.IsTail("locations");
            return tenants ? Tenants(request)
                : locations ? Locations(request)
                : path.Tail.Count > 0 || path.Subscription is null ? null
                : path.Subscription.Length == 0 ? List(request)
                : Get(request);
        }

        return null;
    }

    private static byte[] Body(Subscription subscription) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteString("id", "/subscriptions/" + subscription.Id);
        w.WriteString("authorizationSource", "RoleBased");
        w.WriteStartArray("managedByTenants");
        w.WriteEndArray();
        w.WriteTags(subscription.Tags);
        w.WriteString("subscriptionId", subscription.Id);
        w.WriteString("tenantId", subscription.TenantId);
        w.WriteString("displayName", subscription.Name);
        w.WriteString("state", "Enabled");
        w.WriteStartObject("subscriptionPolicies");
        w.WriteString("locationPlacementId", "Public_2014-09-01");
        w.WriteString("quotaId", "PayAsYouGo_2014-09-01");
        w.WriteString("spendingLimit", "Off");
        w.WriteEndObject();
        w.WriteEndObject();
    }).Body;

    private static bool Visible(ArmRequest request, Subscription subscription) =>
        (request.TenantId is null || string.Equals(request.TenantId, subscription.TenantId, StringComparison.OrdinalIgnoreCase))
        && Rights.Knows(request.Caller, "/subscriptions/" + subscription.Id);

    private ArmAnswer List(ArmRequest request)
    {
        Subscription[] sorted = [.. _engine.Estate.Subscriptions.Values.OrderBy(s => s.Id, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, s => s.Id, s => Visible(request, s), Body);
    }

    private ArmAnswer Get(ArmRequest request)
    {
        Subscription subscription = _gate.Subscription(request);
        return Visible(request, subscription)
            ? new ArmAnswer(200, Body(subscription))
            : throw FrontEndErrors.AuthorizationFailed(request.Caller, "Microsoft.Resources/subscriptions/read", "/subscriptions/" + subscription.Id);
    }

    private ArmAnswer Tenants(ArmRequest request)
    {
        LabTenant[] sorted = [.. _engine.Estate.Tenants.Values.OrderBy(t => t.TenantId, StringComparer.OrdinalIgnoreCase)];
        return Page.Of(request, sorted, _engine.Options.PageSize, t => t.TenantId, t => request.Trusted || request.Caller.IsIn(t.TenantId), t => ArmAnswer.Json(200, w =>
        {
            w.WriteStartObject();
            w.WriteString("id", "/tenants/" + t.TenantId);
            w.WriteString("tenantId", t.TenantId);
            w.WriteString("displayName", t.DisplayName);
            w.WriteString("tenantCategory", "Home");
            w.WriteEndObject();
        }).Body);
    }

    private static ArmAnswer Locations(ArmRequest request) => ArmAnswer.Json(200, w =>
    {
        w.WriteStartObject();
        w.WriteStartArray("value");
        foreach (Region region in Regions.Public)
        {
            w.WriteStartObject();
            w.WriteString("id", $"/subscriptions/{request.Path.Subscription}/locations/{region.Name}");
            w.WriteString("name", region.Name);
            w.WriteString("type", "Region");
            w.WriteString("displayName", region.DisplayName);
            w.WriteString("regionalDisplayName", $"({region.Geography}) {region.DisplayName}");
            w.WriteStartObject("metadata");
            w.WriteString("regionType", "Physical");
            w.WriteString("regionCategory", "Recommended");
            w.WriteString("geographyGroup", region.Geography);
            w.WriteEndObject();
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
    });
}
