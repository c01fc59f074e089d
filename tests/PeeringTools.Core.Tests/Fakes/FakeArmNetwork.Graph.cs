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
            IEnumerable<string> kept = this.MembersOf(scope).Where(id => _subscriptions.ContainsKey(id) && !SubscriptionsNotInGraph.Contains(id));
            HashSet<string> wanted = new(kept, StringComparer.OrdinalIgnoreCase);
            return _networks.Values.Where(n => wanted.Contains(n.Id.SubscriptionId) && !NotInGraph.Contains(n.Id)).Select(n => n.Read()).ToArray();
        }, cancellationToken);
        if (all.Length == 0) yield return [];
        for (int start = 0; start < all.Length; start += PageSize)
        {
            if (start > 0) await this.ArriveAsync("QueryVirtualNetworks.Next", scope.ToString(), cancellationToken);
            yield return all.Skip(start).Take(PageSize).ToArray();
        }
    }

    /// <summary>Subscriptions that the copy does not have at all.</summary>
    public HashSet<string> SubscriptionsNotInGraph { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Task<IReadOnlyList<string>> QuerySubscriptionsAsync(GraphScope scope, CancellationToken cancellationToken) =>
        this.RunAsync<IReadOnlyList<string>>("QuerySubscriptions", scope.ToString(), () =>
            [.. this.MembersOf(scope).Where(id => _subscriptions.ContainsKey(id) && !SubscriptionsNotInGraph.Contains(id))], cancellationToken);

    private IEnumerable<string> MembersOf(GraphScope scope)
    {
        if (scope.ManagementGroupId is not string group) return scope.SubscriptionIds;
        return ManagementGroups.TryGetValue(group, out string[]? members)
            ? members
            : throw new PeeringException(PeeringError.Of(nameof(Errors.AccessDenied), null, group, "no") with { HttpStatus = 403 });
    }
}
