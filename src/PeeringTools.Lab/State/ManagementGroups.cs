namespace PeeringTools.Lab.State;

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
