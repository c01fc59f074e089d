using PeeringTools.Access;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Estates;

/// <summary>
/// The one way to an estate: reads the networks of a scope once, makes pairs of them on the way, and then reads what
/// surrounds them. Always live: Resource Graph's copy has no subnets.
/// </summary>
internal sealed class EstateReader(NetworkAccess access)
{
    /// <summary>Reads a scope whole. What cannot be read is in the estate's <see cref="Estate.Unread"/> and in the coverage, not an exception.</summary>
    /// <exception cref="PeeringException">The token has run out.</exception>
    /// <exception cref="ArgumentException">The scope is one of Resource Graph's.</exception>
    public async Task<EstateReading> ReadAsync(PairScope scope, SurroundingKinds kinds, CancellationToken cancellationToken)
    {
        if (scope.IsGraph) throw new ArgumentException("An estate is read live.", nameof(scope));
        Dictionary<ResourceId, VirtualNetwork> networks = [];
        List<RemoteReading> missed = [];
        PairScan scan = new(access)
        {
            Observer = reading =>
            {
                if (reading.Network is VirtualNetwork network) networks[network.Id] = network;
                // One that is gone has nothing around it; of the others nobody knows.
                else if (reading.Visibility != RemoteVisibility.Gone) missed.Add(reading);
            },
        };
        List<PeeringPair> pairs = [];
        await foreach (PeeringPair pair in scan.ReadAsync(scope, cancellationToken).ConfigureAwait(false)) pairs.Add(pair);
        // Subscriptions answer in any order; what is made of an estate has one.
        VirtualNetwork[] sorted = [.. networks.Values.OrderBy(network => network.Id.Text, IdOrder.Instance)];
        Estate estate = await new SurroundingsReader(access).ReadAsync(sorted, kinds, cancellationToken).ConfigureAwait(false);
        return new EstateReading(estate with { Unread = [.. estate.Unread, .. UnreadOf(missed, networks.Keys, kinds)] }, pairs, scan.Coverage);
    }

    /// <summary>Reads the networks named and those they are peered with.</summary>
    public Task<EstateReading> ReadAsync(IEnumerable<ResourceId> virtualNetworkIds, SurroundingKinds kinds, CancellationToken cancellationToken) =>
        this.ReadAsync(PairScope.Of([.. virtualNetworkIds]), kinds, cancellationToken);

    /// <summary>Where no network of a subscription could be read, nothing was asked for there: it must not pass for empty.</summary>
    private static IEnumerable<UnreadSurrounding> UnreadOf(List<RemoteReading> missed, IEnumerable<ResourceId> read, SurroundingKinds kinds)
    {
        HashSet<string> known = new(read.Select(id => id.SubscriptionId), StringComparer.OrdinalIgnoreCase);
        return kinds == SurroundingKinds.None
            ? []
            : missed.OrderBy(reading => reading.Id.Text, IdOrder.Instance)
                .Where(reading => known.Add(reading.Id.SubscriptionId))
                .Select(reading => new UnreadSurrounding(kinds, reading.Id.SubscriptionId, reading.Problem!));
    }
}
