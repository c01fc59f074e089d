using System.Runtime.CompilerServices;
using PeeringTools.Access;

namespace PeeringTools.Pairs;

/// <summary>The pages of one query to Resource Graph, with its failure told apart from its end.</summary>
internal sealed class GraphPages(GraphBatch batch)
{
    private readonly Dictionary<string, HashSet<ResourceId>> _networks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What ended the query before its end; null where it came whole.</summary>
    public PeeringError? Failure { get; private set; }

    /// <summary>The subscriptions that networks came from.</summary>
    public IEnumerable<string> SubscriptionIds => _networks.Keys;

    /// <summary>How many networks of a subscription came, each counted once.</summary>
    public int Count(string subscriptionId) => _networks.TryGetValue(subscriptionId, out HashSet<ResourceId>? ids) ? ids.Count : 0;

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Pages come one after the other, but the next one is on its way while this one is being used.
        await using IAsyncEnumerator<IReadOnlyList<VirtualNetwork>> pages = ParallelReads.MergeAsync(
            [batch], 1, (query, stop) => query.Network.QueryVirtualNetworksAsync(query.Scope, stop), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
            {
                Failure = failure.Error;
                yield break;
            }

            foreach (VirtualNetwork network in pages.Current) this.Remember(network.Id);
            yield return pages.Current;
        }
    }

    private void Remember(ResourceId id)
    {
        if (!_networks.TryGetValue(id.SubscriptionId, out HashSet<ResourceId>? ids)) _networks.Add(id.SubscriptionId, ids = []);
        _ = ids.Add(id);
    }
}
