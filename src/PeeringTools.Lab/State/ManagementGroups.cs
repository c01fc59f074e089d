namespace PeeringTools.Lab.State;

/// <summary>One management group.</summary>
/// <param name="Id">Its name; the root group's is its tenant's id.</param>
/// <param name="TenantId">The tenant it belongs to.</param>
/// <param name="ParentId">Null for the root group of a tenant.</param>
/// <param name="SubscriptionIds">Those that lie right in it.</param>
internal sealed record ManagementGroup(string Id, string TenantId, string? ParentId, IReadOnlyList<string> SubscriptionIds);

/// <summary>Management groups: one at the root of each tenant, with the tenant's id and all its subscriptions, and those that were added.</summary>
internal sealed class ManagementGroups
{
    private readonly Dictionary<string, (string? Parent, string[] Subscriptions)> _groups = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string id, string? parent, string[] subscriptionIds)
    {
        if (parent is not null && !_groups.ContainsKey(parent))
        {
            throw new ArgumentException($"There is no management group '{parent}'.", nameof(parent));
        }

        _groups[id] = _groups.ContainsKey(id) ? throw new ArgumentException($"The management group '{id}' is there already.", nameof(id)) : (parent, subscriptionIds);
    }

    /// <summary>Every group, the roots first. What lies in no group that was added lies right in its tenant's root.</summary>
    public IEnumerable<ManagementGroup> All(Estate estate)
    {
        HashSet<string> placed = new(_groups.Values.SelectMany(group => group.Subscriptions), StringComparer.OrdinalIgnoreCase);
        foreach (string tenant in estate.Tenants.Keys.OrderBy(id => id, StringComparer.OrdinalIgnoreCase))
        {
            yield return new ManagementGroup(tenant, tenant, null, [.. estate.Subscriptions.Values
                .Where(s => string.Equals(s.TenantId, tenant, StringComparison.OrdinalIgnoreCase) && !placed.Contains(s.Id)).Select(s => s.Id)]);
        }

        foreach (KeyValuePair<string, (string? Parent, string[] Subscriptions)> group in _groups.OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase))
        {
            string tenant = TenantOf(group.Key, estate);
            yield return new ManagementGroup(group.Key, tenant, group.Value.Parent ?? tenant, group.Value.Subscriptions);
        }
    }

    /// <summary>A group has no tenant of its own here: it is that of what lies in it.</summary>
    private string TenantOf(string id, Estate estate) =>
        MembersOf(id, estate)!.Select(member => estate.Subscriptions.TryGetValue(member, out Subscription? subscription) ? subscription.TenantId : null).FirstOrDefault(t => t is not null)
        ?? estate.Tenants.Keys.FirstOrDefault() ?? Estate.DefaultTenantId;

    /// <summary>The subscriptions in and below a group; null when there is no such group.</summary>
    public HashSet<string>? MembersOf(string id, Estate estate)
    {
        HashSet<string> members = new(StringComparer.OrdinalIgnoreCase);
        if (estate.Tenants.ContainsKey(id))
        {
            members.UnionWith(estate.Subscriptions.Values.Where(s => string.Equals(s.TenantId, id, StringComparison.OrdinalIgnoreCase)).Select(s => s.Id));
            return members;
        }

        if (!_groups.TryGetValue(id, out (string? Parent, string[] Subscriptions) group))
        {
            return null;
        }

        members.UnionWith(group.Subscriptions);
        foreach (string child in _groups.Where(g => string.Equals(g.Value.Parent, id, StringComparison.OrdinalIgnoreCase)).Select(g => g.Key))
        {
            members.UnionWith(MembersOf(child, estate)!);
        }

        return members;
    }
}
