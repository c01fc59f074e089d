using System.Runtime.CompilerServices;
using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Asks whether a list could have left networks out silently: for callers whose word is that nothing is missing.</summary>
internal sealed class CoverageCheck(NetworkAccess access)
{
    private const int Parallelism = 8;

    /// <summary>Marks as Partial every subscription that was seen without the right to read networks at its own scope.</summary>
    public async Task RunAsync(Coverage coverage, CancellationToken cancellationToken)
    {
        string[] seen = [.. coverage.Entries.Where(entry => entry.State == CoverageState.Seen).Select(entry => entry.SubscriptionId)];
        await foreach ((string subscriptionId, string? problem) in ParallelReads
            .MergeAsync(seen, Parallelism, this.AskAsync, cancellationToken).ConfigureAwait(false))
        {
            if (problem is not null) coverage.Partial(subscriptionId, problem);
        }
    }

    private async IAsyncEnumerable<(string SubscriptionId, string? Problem)> AskAsync(
        string subscriptionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return (subscriptionId, await this.ProblemOfAsync(subscriptionId, cancellationToken).ConfigureAwait(false));
    }

    private async Task<string?> ProblemOfAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        try
        {
            IArmNetwork network = await access.ForAsync(subscriptionId, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<PermissionEntry> rights = await network
                .ListPermissionsAsync(ResourceId.ForSubscription(subscriptionId), cancellationToken).ConfigureAwait(false);
            return Permissions.Allow(rights, Permissions.ReadNetworks)
                ? null
                : Wording.Fill(PairTexts.NoReadAtSubscription, Permissions.ReadNetworks);
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            return failure.Error.Message;
        }
    }
}
