using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Finds in Resource Graph the networks at the other end that lie outside a scope. What it does not show is not visible
/// where the subscription is hidden from the identity, and otherwise Unknown: a copy proves no absence.
/// </summary>
internal sealed class GraphRemotes(NetworkAccess access, Coverage coverage)
{
    public async IAsyncEnumerable<RemoteReading> ReadAllAsync(
        IEnumerable<ResourceId> virtualNetworkIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<ResourceId> open = [.. virtualNetworkIds];
        IReadOnlyList<AzureSubscription> seen = await access.SubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> visible = new(seen.Select(subscription => subscription.SubscriptionId), StringComparer.OrdinalIgnoreCase);
        HashSet<string> read = new(
            coverage.Entries.Where(entry => entry.State == CoverageState.Seen).Select(entry => entry.SubscriptionId), StringComparer.OrdinalIgnoreCase);
        string[] unread = [.. open.Select(id => id.SubscriptionId).Distinct(StringComparer.OrdinalIgnoreCase).Where(id => visible.Contains(id) && !read.Contains(id))];
        foreach (GraphBatch batch in await GraphBatches.OfAsync(access, unread, cancellationToken).ConfigureAwait(false))
        {
            GraphPages pages = new(batch);
            await foreach (IReadOnlyList<VirtualNetwork> page in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (VirtualNetwork network in page.Where(network => open.Remove(network.Id))) yield return RemoteReading.Found(network.Id, network);
            }

            if (pages.Failure is PeeringError failure)
                access.Reporter.Warning(Wording.Fill(PairTexts.GraphRemotesFailed, batch.Scope.SubscriptionIds.Count, failure.Message));
        }

        foreach (ResourceId id in open)
        {
            RemoteVisibility visibility = visible.Contains(id.SubscriptionId) ? RemoteVisibility.Unknown : RemoteVisibility.NotVisible;
            yield return new RemoteReading(id, visibility, null, null);
        }
    }
}
