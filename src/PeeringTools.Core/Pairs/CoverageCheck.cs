using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Asks whether a list could have left networks out silently: for callers whose word is that nothing is missing.</summary>
internal sealed class CoverageCheck(NetworkAccess access)
{
    private const int Parallelism = 8;

    /// <summary>
    /// Marks as Partial every subscription that was seen without the right to read networks there: at its own scope or above it,
    /// or, where only one group was listed, at that group.
    /// </summary>
    public async Task RunAsync(Coverage coverage, PairScope scope, CancellationToken cancellationToken)
    {
        string[] seen = [.. coverage.Entries.Where(entry => entry.State == CoverageState.Seen).Select(entry => entry.SubscriptionId)];
        IReadOnlyCollection<string> proven = await new InheritedRights(access)
            .ProvenAsync(seen, scope.ManagementGroupId, cancellationToken).ConfigureAwait(false);
        await foreach ((string subscriptionId, string? problem) in ParallelReads
            .MergeAsync(seen.Where(id => !proven.Contains(id)), Parallelism, (id, stop) => this.AskAsync(id, scope.ResourceGroupName, stop), cancellationToken)
            .ConfigureAwait(false))
        {
            if (problem is not null) coverage.Partial(subscriptionId, problem);
        }
    }

    private async IAsyncEnumerable<(string SubscriptionId, string? Problem)> AskAsync(
        string subscriptionId, string? group, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return (subscriptionId, await this.ProblemOfAsync(subscriptionId, group, cancellationToken).ConfigureAwait(false));
    }

    private async Task<string?> ProblemOfAsync(string subscriptionId, string? group, CancellationToken cancellationToken)
    {
        try
        {
            IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<PermissionEntry> rights = await network
                .ListPermissionsAsync(ScopeOf(subscriptionId, group), cancellationToken).ConfigureAwait(false);
            return Permissions.Allow(rights, Permissions.ReadNetworks)
                ? null
                : Wording.Fill(PairTexts.NoReadAtSubscription, Permissions.ReadNetworks);
        }
        catch (PeeringException failure) when (group is not null && failure.Error.Id == nameof(Errors.ResourceGroupNotFound))
        {
            // A subscription without the group has nothing to leave out.
            return null;
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            return failure.Error.Message;
        }
    }

    private static ResourceId ScopeOf(string subscriptionId, string? group) => group is null
        ? ResourceId.ForSubscription(subscriptionId)
        : ResourceId.ForResourceGroup(subscriptionId, group);
}
