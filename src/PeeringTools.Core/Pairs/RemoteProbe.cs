using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Reads single networks and says what their absence means. Each network is read at most once per instance, so a new
/// instance is the way to read again.
/// </summary>
internal sealed class RemoteProbe(NetworkAccess access)
{
    /// <summary>Single reads at a time.</summary>
    public const int Parallelism = 16;

    /// <summary>
    /// From how many networks of one subscription on its list is read instead: two rounds of single reads take as long as
    /// a page or two, and a burst of 250 reads is all that Azure grants before it slows a caller down.
    /// </summary>
    public const int ListFrom = (2 * Parallelism) + 1;

    private const int ParallelLists = 8;

    private readonly ConcurrentDictionary<ResourceId, Task<RemoteReading>> _networks = new();
    private readonly ConcurrentDictionary<string, Task<RemoteVisibility>> _subscriptions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one network by its own GET: the only proof that it is gone.</summary>
    public Task<RemoteReading> ReadAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        OnceAsync(_networks, virtualNetworkId.VirtualNetwork, id => this.ReadNetworkAsync(id, cancellationToken));

    /// <summary>Reads many networks, in no order: one by one, or where many lie in one subscription from its list first.</summary>
    public async IAsyncEnumerable<RemoteReading> ReadAllAsync(
        IEnumerable<ResourceId> virtualNetworkIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ResourceId[] wanted = [.. virtualNetworkIds.Select(id => id.VirtualNetwork).Distinct()];
        Dictionary<string, ResourceId[]> groups = wanted
            .GroupBy(id => id.SubscriptionId, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        HashSet<ResourceId> open = [.. wanted];

        await foreach (RemoteReading reading in ParallelReads.MergeAsync(
            groups.Where(group => group.Value.Length >= ListFrom), ParallelLists,
            (group, stop) => this.ReadListAsync(group.Key, group.Value, stop), cancellationToken).ConfigureAwait(false))
        {
            if (open.Remove(reading.Id)) yield return reading;
        }

        await foreach (RemoteReading reading in ParallelReads.MergeAsync(open, Parallelism, this.ReadOneAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return reading;
        }
    }

    private async IAsyncEnumerable<RemoteReading> ReadOneAsync(ResourceId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await this.ReadAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds what it can in the list. What is not in it, for whatever reason, is left to single reads.</summary>
    private async IAsyncEnumerable<RemoteReading> ReadListAsync(
        string subscriptionId, ResourceId[] ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        access.Reporter.Verbose(Wording.Fill(PairTexts.ListIsCheaper, ids.Length, subscriptionId, ListFrom - 1));
        HashSet<ResourceId> wanted = [.. ids];
        IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
        await using IAsyncEnumerator<IReadOnlyList<VirtualNetwork>> pages =
            network.ListVirtualNetworksAsync(subscriptionId, null, withSubnets: true, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (wanted.Count > 0 && await this.NextAsync(pages, subscriptionId).ConfigureAwait(false))
        {
            foreach (VirtualNetwork found in pages.Current.Where(found => wanted.Remove(found.Id)))
            {
                RemoteReading reading = RemoteReading.Found(found.Id, found);
                _ = _networks.TryAdd(found.Id, Task.FromResult(reading));
                yield return reading;
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<IReadOnlyList<VirtualNetwork>> pages, string subscriptionId)
    {
        try
        {
            return await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            access.Reporter.Verbose(Wording.Fill(PairTexts.ListFailed, subscriptionId, failure.Error.Message));
            return false;
        }
    }

    private async Task<RemoteReading> ReadNetworkAsync(ResourceId id, CancellationToken cancellationToken)
    {
        try
        {
            IArmNetwork network = await access.ForAsync(id.SubscriptionId, cancellationToken).ConfigureAwait(false);
            return RemoteReading.Found(id, await network.GetVirtualNetworkAsync(id, cancellationToken).ConfigureAwait(false));
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            RemoteVisibility visibility = ReadFailure.Classify(failure.Error);
            // A 404 proves nothing before the subscription itself has answered.
            if (visibility == RemoteVisibility.Gone)
            {
                RemoteVisibility subscription = await this.SubscriptionAsync(id.SubscriptionId, cancellationToken).ConfigureAwait(false);
                visibility = subscription == RemoteVisibility.Found ? RemoteVisibility.Gone : subscription;
            }

            return new RemoteReading(id, visibility, null, failure.Error);
        }
    }

    private Task<RemoteVisibility> SubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        OnceAsync(_subscriptions, subscriptionId, async id =>
        {
            try
            {
                IArmNetwork network = await access.ForAsync(id, cancellationToken).ConfigureAwait(false);
                _ = await network.GetSubscriptionAsync(id, cancellationToken).ConfigureAwait(false);
                return RemoteVisibility.Found;
            }
            catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
            {
                return ReadFailure.Classify(failure.Error) == RemoteVisibility.NotVisible ? RemoteVisibility.NotVisible : RemoteVisibility.Unknown;
            }
        });

    /// <summary>Callers that come together share one read; one that was cancelled or threw is not kept.</summary>
    private static async Task<TValue> OnceAsync<TKey, TValue>(
        ConcurrentDictionary<TKey, Task<TValue>> known, TKey key, Func<TKey, Task<TValue>> read)
        where TKey : notnull
    {
        TaskCompletionSource<Task<TValue>> start = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<TValue> mine = start.Task.Unwrap();
        Task<TValue> shared = known.GetOrAdd(key, mine);
        if (shared == mine) start.SetResult(read(key));
        try
        {
            return await shared.ConfigureAwait(false);
        }
        catch
        {
            _ = known.TryRemove(key, out _);
            throw;
        }
    }
}
