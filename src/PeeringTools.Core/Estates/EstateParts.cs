using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>Makes one estate of the parts that single reads gave.</summary>
internal static class EstateParts
{
    public static Estate Join(IEnumerable<VirtualNetwork> networks, SurroundingKinds kinds, IReadOnlyList<Estate> parts) => new()
    {
        Networks = networks.ToDictionary(network => network.Id),
        Kinds = kinds,
        // A kind that fails for each of ten gateways is one gap of its subscription.
        Unread = [.. parts.SelectMany(part => part.Unread).GroupBy(unread => (unread.Kind, unread.SubscriptionId.ToUpperInvariant())).Select(same => same.First())],
        NetworkSecurityGroups = ById(parts.SelectMany(part => part.NetworkSecurityGroups.Values), group => group.Id),
        RouteTables = ById(parts.SelectMany(part => part.RouteTables.Values), table => table.Id),
        NetworkInterfaces = [.. parts.SelectMany(part => part.NetworkInterfaces)],
        LoadBalancers = [.. parts.SelectMany(part => part.LoadBalancers)],
        Firewalls = [.. parts.SelectMany(part => part.Firewalls)],
        Gateways = [.. parts.SelectMany(part => part.Gateways)],
        PrivateDnsZones = [.. parts.SelectMany(part => part.PrivateDnsZones)],
        ConnectedGroups = [.. parts.SelectMany(part => part.ConnectedGroups).GroupBy(group => group.Id, StringComparer.OrdinalIgnoreCase).Select(Whole)],
    };

    /// <summary>By id, in any casing. One that comes twice, as pages may shift, counts once.</summary>
    public static Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> idOf)
    {
        Dictionary<string, T> all = new(StringComparer.OrdinalIgnoreCase);
        foreach (T item in items) all[idOf(item)] = item;
        return all;
    }

    /// <summary>Azure tells each network of its own membership only.</summary>
    private static ConnectedGroup Whole(IEnumerable<ConnectedGroup> parts)
    {
        ConnectedGroup[] all = [.. parts];
        return all[0] with { Members = [.. all.SelectMany(group => group.Members).Distinct()], IsGlobal = all.Any(group => group.IsGlobal) };
    }
}
