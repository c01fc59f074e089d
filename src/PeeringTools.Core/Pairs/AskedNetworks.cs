namespace PeeringTools.Pairs;

/// <summary>The networks a caller named, in the order named: what decides which side of a pair is Local.</summary>
internal sealed class AskedNetworks
{
    private readonly Dictionary<string, int> _ranks = new(StringComparer.OrdinalIgnoreCase);

    public AskedNetworks(IEnumerable<ResourceId> ids)
    {
        foreach (string id in ids.Select(id => id.VirtualNetwork.Text).Distinct(StringComparer.OrdinalIgnoreCase)) _ranks.Add(id, _ranks.Count);
    }

    /// <summary>Local where the first end is to be Local, Remote where the second is, None where neither was asked for.</summary>
    public PeeringDirection LocalOf(PairEnd one, PairEnd other)
    {
        bool first = _ranks.TryGetValue(one.VirtualNetworkId, out int oneRank);
        bool second = _ranks.TryGetValue(other.VirtualNetworkId, out int otherRank);
        if (!first && !second) return PeeringDirection.None;
        return first && (!second || oneRank < otherRank) ? PeeringDirection.Local : PeeringDirection.Remote;
    }
}
