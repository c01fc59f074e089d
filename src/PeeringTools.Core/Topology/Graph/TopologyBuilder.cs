using PeeringTools.Surroundings;

namespace PeeringTools.Topology;

/// <summary>Makes the topology of pairs, and of the networks around them where an estate was read.</summary>
internal static class TopologyBuilder
{
    /// <param name="pairs">In any order. Of a couple that comes twice, the one read last counts.</param>
    /// <param name="now">Against which ends are held.</param>
    /// <param name="estate">What stands in the networks, and the networks that are in no pair; null where only pairs are known.</param>
    /// <param name="verdicts">What health rules said, by pair id; null where they were not asked.</param>
    public static PeeringTopology Build(
        IEnumerable<PeeringPair> pairs, DateTimeOffset now, Estate? estate = null, IReadOnlyDictionary<string, PeeringHealthVerdict>? verdicts = null)
    {
        PeeringPair[] latest = Latest(pairs);
        NodeMaker nodes = new();
        foreach (PeeringPair pair in latest) nodes.Add(pair);
        foreach (VirtualNetwork network in estate?.Networks.Values ?? []) nodes.Add(network);
        LinkMaker maker = new(now, verdicts);
        TopologyDraft draft = new(nodes.ToArray(), [.. latest.Select(maker.Make)]);
        if (estate is not null) new NetworkFurniture(estate).Furnish(draft.NodesByKey, draft.Links);
        PeeringTopology topology = draft.Finish();
        topology.Source = string.Join(", ", latest.Select(pair => pair.Source).Distinct(StringComparer.Ordinal).OrderBy(source => source, StringComparer.Ordinal));
        topology.AsOf = latest.Length == 0 ? now.UtcDateTime : latest.Max(pair => pair.AsOf);
        topology.SurroundingsRead = [.. Read(estate)];
        topology.SurroundingsUnread = [.. (estate?.Unread ?? []).Select(unread => $"{unread.Kind} in {unread.SubscriptionId}: {unread.Problem.Message}")
            .OrderBy(line => line, StringComparer.Ordinal)];
        return topology;
    }

    private static PeeringPair[] Latest(IEnumerable<PeeringPair> pairs) => [.. pairs
        .Where(pair => LinkMaker.KeyOf(pair.Local) != LinkMaker.KeyOf(pair.Remote))
        .GroupBy(Key)
        .OrderBy(couple => couple.Key.One, StringComparer.Ordinal)
        .ThenBy(couple => couple.Key.Other, StringComparer.Ordinal)
        .Select(couple => couple
            .OrderByDescending(pair => pair.AsOf)
            .ThenBy(pair => pair.Status)
            .ThenBy(pair => pair.SyncLevel, StringComparer.Ordinal)
            .First())];

    private static (string One, string Other) Key(PeeringPair pair)
    {
        (string one, string other) = (LinkMaker.KeyOf(pair.Local), LinkMaker.KeyOf(pair.Remote));
        return string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
    }

    private static IEnumerable<string> Read(Estate? estate) => estate is null
        ? []
        : new[]
        {
            SurroundingKinds.Gateways, SurroundingKinds.Firewalls, SurroundingKinds.NetworkInterfaces, SurroundingKinds.ScaleSetInterfaces,
            SurroundingKinds.RouteTables, SurroundingKinds.PrivateDnsZones,
        }.Where(kind => (estate.Kinds & kind) != 0).Select(kind => kind.ToString());
}
