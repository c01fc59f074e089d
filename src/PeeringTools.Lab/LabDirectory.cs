namespace PeeringTools.Lab;

/// <summary>A directory (Microsoft Entra tenant).</summary>
/// <param name="TenantId">Its GUID.</param>
/// <param name="DisplayName">Its name.</param>
public sealed record LabTenant(string TenantId, string DisplayName);

/// <summary>A subscription and the tenant that it trusts.</summary>
/// <param name="SubscriptionId">Its GUID.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="TenantId">The directory whose tokens it accepts.</param>
public sealed record LabSubscription(string SubscriptionId, string DisplayName, string TenantId);

/// <summary>A role: what it allows and what it takes back.</summary>
/// <param name="Name">The role's name.</param>
/// <param name="Actions">Allowed actions, <c>*</c> matches anything.</param>
/// <param name="NotActions">Actions taken out of the allowed ones, of this role only.</param>
public sealed record LabRole(string Name, IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions)
{
    /// <summary>Everything.</summary>
    public static LabRole Owner { get; } = new("Owner", ["*"], []);

    /// <summary>Everything but access itself.</summary>
    public static LabRole Contributor { get; } = new("Contributor", ["*"],
        ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action"]);

    /// <summary>Reading everything.</summary>
    public static LabRole Reader { get; } = new("Reader", ["*/read"], []);

    /// <summary>Everything in networking; not the tags API.</summary>
    public static LabRole NetworkContributor { get; } = new("Network Contributor",
        ["Microsoft.Authorization/*/read", "Microsoft.Network/*", "Microsoft.Resources/deployments/*", "Microsoft.Resources/subscriptions/resourceGroups/read"], []);

    /// <summary>The tags of everything, and reading the resources that carry them.</summary>
    public static LabRole TagContributor { get; } = new("Tag Contributor",
        ["Microsoft.Authorization/*/read", "Microsoft.Resources/subscriptions/resourceGroups/read", "Microsoft.Resources/subscriptions/resourceGroups/resources/read",
            "Microsoft.Resources/subscriptions/resources/read", "Microsoft.Resources/tags/*"], []);
}

/// <summary>A role at a scope.</summary>
/// <param name="Scope">A subscription, group or resource id; <c>/</c> is everything.</param>
/// <param name="Role">The role.</param>
public sealed record LabRoleAssignment(string Scope, LabRole Role);
