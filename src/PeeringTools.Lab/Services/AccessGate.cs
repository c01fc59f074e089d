using PeeringTools.Lab.Access;
using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Services;

/// <summary>What the front end checks before a provider is asked: tenant, rights, locks, existence of the group.</summary>
internal sealed class AccessGate
{
    private readonly LabEngine _engine;

    public AccessGate(LabEngine engine) => _engine = engine;

    public Subscription EnterSubscription(ArmRequest request, string id)
    {
        if (!Guid.TryParse(id, out _))
        {
            throw FrontEndErrors.InvalidSubscriptionId(id);
        }

        if (!_engine.Estate.Subscriptions.TryGetValue(id, out Subscription? subscription))
        {
            subscription = _engine.Options.AdmitAnySubscription
                ? _engine.Estate.Subscription(id, $"Subscription {id.Substring(0, 8)}", _engine.Estate.Tenants.Keys.FirstOrDefault() ?? Estate.DefaultTenantId)
                : throw FrontEndErrors.SubscriptionNotFound(id);
        }

        if (request.TenantId is not null && !string.Equals(request.TenantId, subscription.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmError.FrontEnd(401, "InvalidAuthenticationTokenTenant",
                    $"The access token is from the wrong issuer 'https://sts.windows.net/{request.TenantId}/'. It must match the tenant 'https://sts.windows.net/{subscription.TenantId}/' associated with this subscription. Please use the authority (URL) '{_engine.Options.Authority}{subscription.TenantId}' to get the token.")
                .With("WWW-Authenticate", $"Bearer authorization_uri=\"{_engine.Options.Authority}{subscription.TenantId}\", error=\"invalid_token\", error_description=\"The access token is from the wrong issuer.\"")
                .Thrown();
        }

        return subscription;
    }

    public Subscription Subscription(ArmRequest request) => _engine.Estate.Subscriptions[request.Path.Subscription!];

    public ResourceGroup Group(ArmRequest request) =>
        Subscription(request).Groups.TryGetValue(request.Path.Group!, out ResourceGroup? group) ? group : throw FrontEndErrors.GroupNotFound(request.Path.Group!);

    /// <summary>The network a request names, be it the target itself or the parent of one.</summary>
    public VirtualNetwork Network(ArmRequest request) =>
        Group(request).Networks.TryGetValue(request.Path.Names[0], out VirtualNetwork? network)
            ? network
            : throw FrontEndErrors.ResourceNotFound("Microsoft.Network/virtualNetworks/" + request.Path.Names[0], request.Path.Group!);

    public static void Require(ArmRequest request, string action, string scope)
    {
        if (!Rights.May(request.Caller, action, scope))
        {
            throw FrontEndErrors.AuthorizationFailed(request.Caller, action, scope);
        }
    }

    /// <summary>A list is closed to those who have nothing in its scope, and silent about what the others may not read.</summary>
    public static void RequireList(ArmRequest request, string action, string scope)
    {
        if (!Rights.Knows(request.Caller, scope))
        {
            throw FrontEndErrors.AuthorizationFailed(request.Caller, action, scope);
        }
    }

    /// <summary>A POST asks for its own action, and a lock against writing stops it like a write.</summary>
    public void Act(ArmRequest request)
    {
        Require(request, request.Path.Type + "/action", request.Path.Id);
        _ = Group(request);
        RefuseLocked(request.Path.Id, delete: false);
    }

    public void RefuseLocked(string id, bool delete)
    {
        string[] locks = [.. _engine.Estate.Locks.Where(l => (delete ? l.Holds : l.IsReadOnly) && l.Covers(id)).Select(l => l.Scope).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (locks.Length > 0)
        {
            throw FrontEndErrors.ScopeLocked(id, delete ? "delete" : "write", locks);
        }
    }

    /// <summary>A lock below stops the deletion of what is above, too.</summary>
    public void RefuseLockedBelow(string id)
    {
        string[] locks = [.. _engine.Estate.Locks.Where(l => l.Holds && (l.Covers(id) || Rights.Covers(id, l.Scope))).Select(l => l.Scope).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (locks.Length > 0)
        {
            throw FrontEndErrors.ScopeLocked(id, "delete", locks);
        }
    }

    public static void RefuseDeleting(ResourceGroup group)
    {
        if (group.Deleting)
        {
            throw FrontEndErrors.GroupBeingDeleted(group.Name);
        }
    }
}
