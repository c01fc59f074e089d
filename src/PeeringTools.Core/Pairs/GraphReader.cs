using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Brings the networks of a scope from Resource Graph and keeps account of what did not come. Graph leaves out silently
/// what the identity may not see, so the account is drawn against the subscriptions that Resource Manager lists.
/// </summary>
internal sealed class GraphReader(NetworkAccess access, Coverage coverage)
{
    public IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadAsync(PairScope scope, CancellationToken cancellationToken) =>
        scope.ManagementGroupId is string group
            ? this.ReadGroupAsync(group, cancellationToken)
            : this.ReadSubscriptionsAsync(scope.SubscriptionIds, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadSubscriptionsAsync(
        IReadOnlyList<string> subscriptionIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<string> wanted = subscriptionIds.Count > 0
            ? [.. subscriptionIds.Distinct(StringComparer.OrdinalIgnoreCase)]
            : await access.DefaultSubscriptionIdsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AzureSubscription> seen = await access.SubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> visible = new(seen.Select(subscription => subscription.SubscriptionId), StringComparer.OrdinalIgnoreCase);
        foreach (string hidden in wanted.Where(id => !visible.Contains(id))) this.ReportHidden(hidden);
        foreach (GraphBatch batch in await GraphBatches.OfAsync(access, wanted.Where(visible.Contains), cancellationToken).ConfigureAwait(false))
        {
            GraphPages pages = new(batch);
            await foreach (IReadOnlyList<VirtualNetwork> page in pages.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return page;
            this.Account(batch.Scope.SubscriptionIds, pages, wanted.Count);
            if (pages.Failure is null) await this.AskForSilentAsync(batch, pages, wanted.Count, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Every connection that may look into the group is asked: one may see what another does not.</summary>
    private async IAsyncEnumerable<IReadOnlyList<VirtualNetwork>> ReadGroupAsync(
        string group, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PeeringException? refusal = null;
        bool answered = false;
        foreach (IArmNetwork network in access.Networks)
        {
            IReadOnlyList<string> members;
            try
            {
                members = await network.QuerySubscriptionsAsync(new GraphScope { ManagementGroupId = group }, cancellationToken).ConfigureAwait(false);
            }
            catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
            {
                refusal ??= failure;
                continue;
            }

            answered = true;
            GraphPages pages = new(new GraphBatch(network, new GraphScope { ManagementGroupId = group }));
            await foreach (IReadOnlyList<VirtualNetwork> page in pages.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return page;
            this.Account(members, pages, members.Count);
            this.AccountForOthers(members, pages);
        }

        if (!answered) throw refusal!;
        if (coverage.Total == 0) access.Reporter.Warning(Wording.Fill(PairTexts.GraphGroupEmpty, group));
    }

    private void Account(IReadOnlyList<string> subscriptionIds, GraphPages pages, int total)
    {
        foreach (string id in subscriptionIds)
        {
            if (pages.Failure is null) coverage.Seen(id, pages.Count(id));
            else coverage.Failed(id, pages.Count(id), pages.Failure);
        }

        if (pages.Failure is not null) this.Report(pages.Failure, subscriptionIds.Count, total);
    }

    private void Report(PeeringError failure, int subscriptions, int total)
    {
        PeeringError said = PeeringError.Of(nameof(Errors.CoverageIncomplete), null, subscriptions, total, failure.Message);
        access.Reporter.Error(said with
        {
            AzureCode = failure.AzureCode,
            HttpStatus = failure.HttpStatus,
            RetryAfter = failure.RetryAfter,
            RequestId = failure.RequestId,
        });
    }

    /// <summary>A subscription without networks and one that the copy does not have look alike, until Resource Graph names the first.</summary>
    private async Task AskForSilentAsync(GraphBatch batch, GraphPages pages, int total, CancellationToken cancellationToken)
    {
        string[] silent = [.. batch.Scope.SubscriptionIds.Where(id => pages.Count(id) == 0)];
        if (silent.Length == 0) return;
        try
        {
            IReadOnlyList<string> named = await batch.Network
                .QuerySubscriptionsAsync(new GraphScope { SubscriptionIds = silent }, cancellationToken).ConfigureAwait(false);
            foreach (string id in silent.Except(named, StringComparer.OrdinalIgnoreCase))
            {
                coverage.Partial(id, PairTexts.GraphSilent);
                access.Reporter.Error(PeeringError.Of(nameof(Errors.SubscriptionNotRead), ResourceId.ForSubscription(id).Text, id, PairTexts.GraphSilent));
            }
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            foreach (string id in silent) coverage.Failed(id, 0, failure.Error);
            this.Report(failure.Error, silent.Length, total);
        }
    }

    /// <summary>A right below a subscription brings its networks and not the subscription: then nobody knows how many there are.</summary>
    private void AccountForOthers(IReadOnlyList<string> members, GraphPages pages)
    {
        foreach (string id in pages.SubscriptionIds.Except(members, StringComparer.OrdinalIgnoreCase))
        {
            coverage.Seen(id, pages.Count(id));
            coverage.Partial(id, PairTexts.GraphOnlyNetworks);
            access.Reporter.Warning(Wording.Fill(PairTexts.GraphSubscriptionPartial, id, PairTexts.GraphOnlyNetworks));
        }
    }

    private void ReportHidden(string subscriptionId)
    {
        string id = ResourceId.ForSubscription(subscriptionId).Text;
        PeeringError hidden = PeeringError.Of(nameof(Errors.SubscriptionNotFound), id, subscriptionId) with { AzureCode = "SubscriptionNotFound" };
        coverage.Failed(subscriptionId, 0, hidden);
        access.Reporter.Error(PeeringError.Of(nameof(Errors.SubscriptionNotRead), id, subscriptionId, hidden.Message));
    }
}
