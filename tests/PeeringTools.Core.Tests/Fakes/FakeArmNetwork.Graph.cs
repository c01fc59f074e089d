using System.Runtime.CompilerServices;
using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <content>Resource Graph: what it shows is the same estate, less what a test lets its copy have missed.</content>
internal sealed partial class FakeArmNetwork
{
    /// <summary>Networks that exist and that the copy does not have yet.</summary>
    public HashSet<ResourceId> NotInGraph { get; } = [];

    /// <summary>Management groups and the subscriptions in them.</summary>
    public Dictionary<string, string[]> ManagementGroups { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> QueryVirtualNetworksAsync(
        GraphScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VirtualNetwork[] all = await this.RunAsync("QueryVirtualNetworks", scope.ToString(), () =>
        {
            IEnumerable<string> subscriptions = scope.ManagementGroupId is string group ? ManagementGroups[group] : scope.SubscriptionIds;
            HashSet<string> wanted = new(subscriptions.Where(_subscriptions.ContainsKey), StringComparer.OrdinalIgnoreCase);
            return _networks.Values.Where(n => wanted.Contains(n.Id.SubscriptionId) && !NotInGraph.Contains(n.Id)).Select(n => n.Read()).ToArray();
        }, cancellationToken);
        if (all.Length == 0) yield return [];
        for (int start = 0; start < all.Length; start += PageSize)
        {
            if (start > 0) await this.ArriveAsync("QueryVirtualNetworks.Next", scope.ToString(), cancellationToken);
            yield return all.Skip(start).Take(PageSize).ToArray();
        }
    }

    public Task<IReadOnlyList<string>> QuerySubscriptionsAsync(string managementGroupId, CancellationToken cancellationToken) =>
        this.RunAsync<IReadOnlyList<string>>("QuerySubscriptions", managementGroupId, () => ManagementGroups.TryGetValue(managementGroupId, out string[]? members)
            ? [.. members.Where(_subscriptions.ContainsKey)]
            : throw new PeeringException(PeeringError.Of(nameof(Errors.AccessDenied), null, managementGroupId, "no") with { HttpStatus = 403 }), cancellationToken);
}
