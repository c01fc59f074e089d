namespace PeeringTools.Changes;

/// <summary>An earlier picture of a pair, from which a lost side's settings are taken.</summary>
/// <param name="Pair">The pair as it was, in either orientation.</param>
/// <param name="NetworkGuids">resourceGuid of the networks then, where the inventory has them: another guid now is another network.</param>
internal sealed record PairBaseline(PeeringPair Pair, IReadOnlyDictionary<ResourceId, string> NetworkGuids)
{
    public PairBaseline(PeeringPair pair)
        : this(pair, GuidsOf(pair))
    {
    }

    /// <summary>The side that lived under a network; null where the baseline has none.</summary>
    public PeeringSide? SideUnder(ResourceId virtualNetworkId) => new[] { Pair.Local, Pair.Remote }.FirstOrDefault(
        side => side.Exists && string.Equals(side.VirtualNetworkId, virtualNetworkId.Text, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<ResourceId, string> GuidsOf(PeeringPair pair)
    {
        Dictionary<ResourceId, string> guids = [];
        foreach (PeeringSide side in new[] { pair.Local, pair.Remote })
        {
            if (side.VirtualNetworkResourceGuid is string guid && ResourceId.TryParse(side.VirtualNetworkId, out ResourceId? id, out _)) guids[id] = guid;
        }

        return guids;
    }
}
