using PeeringTools.Access;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>
/// Reads what surrounds networks: only the kinds asked for, only where a network gives a reason to, each once. A kind that
/// fails in a subscription, or may have been cut there, is written down as unread and stops nothing else.
/// </summary>
internal sealed class SurroundingsReader(NetworkAccess access)
{
    /// <summary>Reads of any kind, in any subscription, at a time.</summary>
    private const int Parallelism = 16;

    private readonly ReadRights _rights = new(access);

    /// <exception cref="PeeringException">The token has run out.</exception>
    public async Task<Estate> ReadAsync(IReadOnlyList<VirtualNetwork> networks, SurroundingKinds kinds, CancellationToken cancellationToken)
    {
        List<Func<CancellationToken, Task<Estate>>> reads = [];
        foreach (IGrouping<string, VirtualNetwork> group in networks.GroupBy(network => network.Id.SubscriptionId, StringComparer.OrdinalIgnoreCase))
        {
            reads.AddRange(new SubscriptionReads(new KindReader(access, _rights, group.Key), group.Key, [.. group], kinds).All());
        }

        foreach (string subscriptionId in await this.ZonePlacesAsync(networks, kinds, cancellationToken).ConfigureAwait(false))
        {
            reads.Add(new KindReader(access, _rights, subscriptionId).ReadPrivateDnsZonesAsync);
        }

        int done = 0;
        Estate[] parts = await ParallelReads.AllAsync(
            reads, Parallelism,
            async (read, stop) =>
            {
                Estate part = await read(stop).ConfigureAwait(false);
                this.Say(Interlocked.Increment(ref done), reads.Count);
                return part;
            },
            cancellationToken).ConfigureAwait(false);
        Estate estate = EstateParts.Join(networks, kinds, parts);
        foreach (UnreadSurrounding unread in estate.Unread)
        {
            access.Reporter.Verbose(Wording.Fill(EstateTexts.KindUnread, unread.Kind, unread.SubscriptionId, unread.Problem.Message));
        }

        return estate;
    }

    /// <summary>A zone may lie in any subscription, most often in a central one that has no network of the scope.</summary>
    private async Task<IEnumerable<string>> ZonePlacesAsync(
        IReadOnlyList<VirtualNetwork> networks, SurroundingKinds kinds, CancellationToken cancellationToken)
    {
        if (!kinds.HasFlag(SurroundingKinds.PrivateDnsZones)) return [];
        IReadOnlyList<string> defaults = await access.DefaultSubscriptionIdsAsync(cancellationToken).ConfigureAwait(false);
        return defaults.Concat(networks.Select(network => network.Id.SubscriptionId)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private void Say(int done, int total) => access.Reporter.Progress(new WorkProgress(
        EstateTexts.ReadingSurroundings, Wording.Fill(EstateTexts.ReadsDone, done, total), done, total, null));
}
