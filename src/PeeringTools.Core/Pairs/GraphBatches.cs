using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Parts subscriptions into queries to Resource Graph: each through the connection that sees them, none longer than Azure takes.</summary>
internal static class GraphBatches
{
    public static async Task<IReadOnlyList<GraphBatch>> OfAsync(
        NetworkAccess access, IEnumerable<string> subscriptionIds, CancellationToken cancellationToken)
    {
        Dictionary<IArmNetwork, List<string>> ways = [];
        foreach (string id in subscriptionIds.OrderBy(id => id, StringComparer.OrdinalIgnoreCase))
        {
            IArmNetwork network = await access.ForAsync(id, cancellationToken).ConfigureAwait(false);
            if (!ways.TryGetValue(network, out List<string>? ids)) ways.Add(network, ids = []);
            ids.Add(id);
        }

        List<GraphBatch> batches = [];
        foreach (KeyValuePair<IArmNetwork, List<string>> way in ways)
        {
            for (int start = 0; start < way.Value.Count; start += GraphScope.MaximumSubscriptions)
            {
                IReadOnlyList<string> part = [.. way.Value.Skip(start).Take(GraphScope.MaximumSubscriptions)];
                batches.Add(new GraphBatch(way.Key, new GraphScope { SubscriptionIds = part }));
            }
        }

        return batches;
    }
}

/// <summary>One query, and the connection it goes through.</summary>
internal sealed record GraphBatch(IArmNetwork Network, GraphScope Scope);
