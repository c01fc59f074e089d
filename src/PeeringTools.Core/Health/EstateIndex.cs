using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>An estate made ready for many questions: what takes time is found once for all pairs.</summary>
internal sealed class EstateIndex
{
    private readonly Dictionary<string, VirtualNetwork> _networks;
    private readonly Dictionary<string, PeerOverlaps> _overlaps = new(StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, PrivateDnsZone> _zones;

    public EstateIndex(Estate estate)
    {
        Estate = estate;
        _networks = estate.Networks.Values.ToDictionary(network => network.Id.Text, StringComparer.OrdinalIgnoreCase);
        _zones = estate.PrivateDnsZones
            .SelectMany(zone => zone.LinkedVirtualNetworkIds.Select(id => (id, zone)))
            .ToLookup(link => link.id, link => link.zone, StringComparer.OrdinalIgnoreCase);
        Resources = new NetworkResources(estate);
        SecurityRules = new SecurityRules(estate, Resources);
    }

    public Estate Estate { get; }

    public NetworkResources Resources { get; }

    public SecurityRules SecurityRules { get; }

    /// <summary>The network of that id; null where it was not read.</summary>
    public VirtualNetwork? NetworkOf(string id) => _networks.TryGetValue(id, out VirtualNetwork? network) ? network : null;

    /// <summary>The private zones a network resolves.</summary>
    public IEnumerable<PrivateDnsZone> ZonesOf(string networkId) => _zones[networkId];

    /// <summary>Why the zones are not all known; null where they are. A zone may lie in any subscription, whatever network it is linked to.</summary>
    public string? WhyZonesUnread()
    {
        const SurroundingKinds zones = SurroundingKinds.PrivateDnsZones;
        if ((Estate.Kinds & zones) == 0) return Wording.Fill(HealthTexts.SkippedNotAsked, zones);
        return Estate.Unread.FirstOrDefault(unread => (unread.Kind & zones) != 0) is UnreadSurrounding unread
            ? Wording.Fill(HealthTexts.SkippedUnread, unread.SubscriptionId, unread.Problem.Message)
            : null;
    }

    public PeerOverlaps OverlapsAt(VirtualNetwork host)
    {
        if (!_overlaps.TryGetValue(host.Id.Text, out PeerOverlaps? known)) _overlaps.Add(host.Id.Text, known = new PeerOverlaps(host));
        return known;
    }
}
