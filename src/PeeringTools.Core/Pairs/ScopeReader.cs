using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Brings the networks of a scope, page by page, several subscriptions at a time, and keeps account of what it could not read.</summary>
/// <param name="access">The connections.</param>
/// <param name="probe">Reads single networks.</param>
/// <param name="coverage">Where the account is kept.</param>
/// <param name="withSubnets">Whether anybody wants more of the networks than their pairs.</param>
internal sealed class ScopeReader(NetworkAccess access, RemoteProbe probe, Coverage coverage, bool withSubnets)
{
    /// <summary>Subscriptions read at a time.</summary>
    public const int Parallelism = 8;

    public async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadAsync(PairScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (scope.VirtualNetworkIds.Count > 0)
        {
            await foreach (RemoteReading reading in probe.ReadAllAsync(scope.VirtualNetworkIds, cancellationToken).ConfigureAwait(false))
            {
                if (reading.Network is not null) yield return [reading.Network];
                if (reading.Problem is not null) access.Reporter.Error(reading.Problem);
            }

            yield break;
        }

        IReadOnlyList<string> subscriptions = scope.SubscriptionIds.Count > 0
            ? [.. scope.SubscriptionIds.Distinct(StringComparer.OrdinalIgnoreCase)]
            : await access.DefaultSubscriptionIdsAsync(cancellationToken).ConfigureAwait(false);
        List<PeeringError> withoutGroup = [];
        await foreach (IReadOnlyList<VirtualNetwork> page in ParallelReads.MergeAsync(
            subscriptions, Parallelism, (id, stop) => this.ReadListAsync(id, scope.ResourceGroupName, withoutGroup, stop), cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }

        // A group is looked for in every subscription of the scope, and is missing only when none of them has it.
        if (withoutGroup.Count > 0 && withoutGroup.Count == subscriptions.Count) access.Reporter.Error(withoutGroup[0]);
    }

    private async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadListAsync(
        string subscriptionId, string? group, List<PeeringError> withoutGroup, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int networks = 0;
        IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
        await using IAsyncEnumerator<IReadOnlyList<VirtualNetwork>> pages =
            network.ListVirtualNetworksAsync(subscriptionId, group, withSubnets, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false)) break;
            }
            catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
            {
                this.Report(subscriptionId, networks, failure.Error, group, withoutGroup);
                yield break;
            }

            networks += pages.Current.Count;
            yield return pages.Current;
        }

        coverage.Seen(subscriptionId, networks);
    }

    private void Report(string subscriptionId, int networks, PeeringError error, string? group, List<PeeringError> withoutGroup)
    {
        if (group is not null && error.Id == nameof(Errors.ResourceGroupNotFound))
        {
            lock (withoutGroup) withoutGroup.Add(error);
            coverage.Seen(subscriptionId, networks);
            return;
        }

        coverage.Failed(subscriptionId, networks, error);
        PeeringError said = PeeringError.Of(
            nameof(Errors.SubscriptionNotRead), ResourceId.ForSubscription(subscriptionId).Text, subscriptionId, error.Message);
        access.Reporter.Error(said with
        {
            AzureCode = error.AzureCode,
            HttpStatus = error.HttpStatus,
            RetryAfter = error.RetryAfter,
            RequestId = error.RequestId,
        });
    }
}
