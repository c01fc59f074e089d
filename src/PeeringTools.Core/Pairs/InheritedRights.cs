using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Rights that come from above: who may read networks at a management group may read them in every subscription beneath it. One
/// request then answers for all of these; any answer but a yes leaves them to be asked one by one.
/// </summary>
internal sealed class InheritedRights(NetworkAccess access)
{
    /// <summary>From how many subscriptions on a request that may prove nothing is worth it.</summary>
    public const int WorthAskingFrom = 5;

    /// <summary>Which of the subscriptions a management group gives the right for: the one that was asked for, or else their tenant's root.</summary>
    public async Task<IReadOnlyCollection<string>> ProvenAsync(
        IReadOnlyList<string> subscriptionIds, string? managementGroupId, CancellationToken cancellationToken)
    {
        HashSet<string> proven = new(StringComparer.OrdinalIgnoreCase);
        if (subscriptionIds.Count < WorthAskingFrom) return proven;
        Dictionary<(IArmNetwork Network, string Group), List<string>> beneath = [];
        foreach (string id in subscriptionIds)
        {
            // The root group of a tenant has the tenant's id.
            if ((managementGroupId ?? await access.TenantOfAsync(id, cancellationToken).ConfigureAwait(false)) is not string group) continue;
            IArmNetwork network = await access.ForAsync(id, cancellationToken).ConfigureAwait(false);
            if (!beneath.TryGetValue((network, group), out List<string>? ids)) beneath.Add((network, group), ids = []);
            ids.Add(id);
        }

        foreach (KeyValuePair<(IArmNetwork Network, string Group), List<string>> group in beneath.Where(group => group.Value.Count >= WorthAskingFrom))
        {
            if (await MayReadAsync(group.Key.Network, group.Key.Group, cancellationToken).ConfigureAwait(false)) proven.UnionWith(group.Value);
        }

        return proven;
    }

    private static async Task<bool> MayReadAsync(IArmNetwork network, string managementGroupId, CancellationToken cancellationToken)
    {
        try
        {
            return Permissions.Allow(
                await network.ListManagementGroupPermissionsAsync(managementGroupId, cancellationToken).ConfigureAwait(false), Permissions.ReadNetworks);
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            return false;
        }
    }
}
