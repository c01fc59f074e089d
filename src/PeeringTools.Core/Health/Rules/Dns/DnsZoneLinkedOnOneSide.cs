using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class DnsZoneLinkedOnOneSide() : HealthRule("Dns.ZoneLinkedOnOneSide", PeeringSeverity.Warning)
{
    public override SurroundingKinds Uses => SurroundingKinds.PrivateDnsZones;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Estate.WhyZonesUnread() is string unread)
        {
            yield return new SkippedOutcome(PeeringSkipReason.NotRead, unread);
            yield break;
        }

        foreach (CaseSide side in pair.Sides)
        {
            CaseSide other = pair.Other(side);
            PrivateDnsZone[] lacking = [.. pair.Estate.ZonesOf(side.Side.VirtualNetworkId)
                .Where(zone => !pair.Estate.ZonesOf(other.Side.VirtualNetworkId).Any(own => string.Equals(own.Name, zone.Name, StringComparison.OrdinalIgnoreCase)))];
            if (lacking.Length == 0) continue;
            if (other.Network is null) yield return new SkippedOutcome(PeeringSkipReason.NotRead, Wording.Fill(HealthTexts.SkippedNetwork, other.Side.VirtualNetworkId));
            else if (other.Network.DnsServers.Count > 0)
                yield return new SkippedOutcome(
                    PeeringSkipReason.NotModelled, Wording.Fill(HealthTexts.SkippedCustomDns, other.Name, string.Join(", ", other.Network.DnsServers)));
            else yield return Found(side, other, lacking);
        }
    }

    private static FoundOutcome Found(CaseSide side, CaseSide other, PrivateDnsZone[] zones) => new(other.Direction)
    {
        Arguments = [side.Name, other.Name, string.Join("', '", zones.Select(zone => zone.Name).Take(10))],
        Evidence = [.. Evidence.List("zone", [.. zones.Select(zone => zone.Id)])],
        Remediation = Remedy.LinkZone(zones[0], other),
    };
}
