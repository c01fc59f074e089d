using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>A scope to read, and which of its pairs are meant.</summary>
/// <param name="Scope">What is read.</param>
/// <param name="Pairs">The pairs that were given; null where all of the scope are meant.</param>
internal sealed record AskedPairs(PairScope Scope, IReadOnlyList<PeeringPair>? Pairs)
{
    /// <exception cref="PeeringException">InvalidResourceId: an object that was not made by this module.</exception>
    public static AskedPairs OfPairs(IReadOnlyList<PeeringPair> pairs) => new(
        PairScope.Of([.. pairs.SelectMany(Readable).Select(PairEnds.IdOf).Distinct()]), pairs);

    /// <summary>True where neither pairs nor networks were named.</summary>
    public bool IsEstate => Scope.VirtualNetworkIds.Count == 0;

    /// <summary>True where nothing that was asked for is missing in what was read.</summary>
    public bool IsAnsweredBy(EstateReading reading, int pairs) =>
        Pairs is not null ? pairs == Pairs.Count
        : IsEstate ? reading.Coverage.IsComplete
        : Scope.VirtualNetworkIds.All(reading.Estate.Networks.ContainsKey);

    /// <summary>Those meant of the pairs that were read, each the way it was given. One that is gone is an error of its own.</summary>
    public IEnumerable<PeeringPair> Choose(IReadOnlyList<PeeringPair> read, IReporter reporter)
    {
        if (Pairs is null) return read;
        Dictionary<string, PeeringPair> byId = read.ToDictionary(pair => pair.PairId, StringComparer.OrdinalIgnoreCase);
        return Pairs.Select(given => Chosen(given, byId, reporter)).OfType<PeeringPair>();
    }

    /// <summary>Both networks, because one that has lost its own side does not show the pair; but none that is known not to be there.</summary>
    private static IEnumerable<PeeringSide> Readable(PeeringPair pair) => new[] { pair.Local, pair.Remote }
        .Where(side => side.Exists || (side.IsVisible && pair.Status != PeeringPairStatus.RemoteGone));

    private static PeeringPair? Chosen(PeeringPair given, Dictionary<string, PeeringPair> byId, IReporter reporter)
    {
        string local = given.Local.VirtualNetworkId;
        if (!byId.TryGetValue(PairId.Of(local, given.Remote.VirtualNetworkId), out PeeringPair? read))
        {
            reporter.Error(PeeringError.Of(nameof(Errors.PeeringNotFound), local, local, given.Remote.VirtualNetworkId));
            return null;
        }

        PeeringPair seen = Orientation.From(read, PairEnds.IdOf(given.Local));
        seen.Oriented = given.Oriented;
        return seen;
    }
}
