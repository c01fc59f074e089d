using System.Globalization;
using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Holds one rule against one flow.</summary>
internal static class RuleMatch
{
    private const int LastPort = 65535;

    public static Match Of(SecurityRule rule, Flow flow, TagSpace tags) => Least(
        Traffic(rule, flow),
        Ends(rule.SourceAddressPrefixes, rule.SourceApplicationSecurityGroupIds, flow.Source, flow.SourceGroups, tags),
        Ends(rule.DestinationAddressPrefixes, rule.DestinationApplicationSecurityGroupIds, flow.Destination, flow.DestinationGroups, tags));

    private static Match Traffic(SecurityRule rule, Flow flow)
    {
        // The source port is drawn by the machine: a rule that names some may match or not.
        Match match = Least(
            Protocol(rule.Protocol, flow.Protocol), Ports(rule.DestinationPortRanges, flow.Port, flow.Protocol), Ports(rule.SourcePortRanges, null, flow.Protocol));
        if (match != Match.Maybe || !flow.IsAny) return match;
        return string.Equals(rule.Access, DefaultRules.Allow, StringComparison.OrdinalIgnoreCase) ? Match.Yes : Match.No;
    }

    private static Match Protocol(string rule, string flow)
    {
        if (rule is "*" || rule.Equals("All", StringComparison.OrdinalIgnoreCase) || rule.Equals(flow, StringComparison.OrdinalIgnoreCase)) return Match.Yes;
        return flow is "*" ? Match.Maybe : Match.No;
    }

    private static Match Ports(IReadOnlyList<string> ranges, int? port, string protocol)
    {
        (int First, int Last)[] read = [.. ranges.Select(Range)];
        if (read.Length == 0 || read.Any(r => r is (0, LastPort)) || !HasPorts(protocol)) return Match.Yes;
        if (port is not int asked) return Match.Maybe;
        return read.Any(r => r.First <= asked && asked <= r.Last) ? Match.Yes : Match.No;
    }

    private static bool HasPorts(string protocol) =>
        protocol is "*" || protocol.Equals("Tcp", StringComparison.OrdinalIgnoreCase) || protocol.Equals("Udp", StringComparison.OrdinalIgnoreCase);

    private static (int First, int Last) Range(string text)
    {
        if (text is "*") return (0, LastPort);
        string[] ends = text.Split('-');
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[ends.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out int last) ? (first, last) : (-1, -1);
    }

    private static Match Ends(
        IReadOnlyList<string> prefixes, IReadOnlyList<string> groups, AddressPrefix address, IReadOnlyList<string> memberOf, TagSpace tags)
    {
        if (groups.Count > 0) return groups.Intersect(memberOf, StringComparer.OrdinalIgnoreCase).Any() ? Match.Yes : Match.No;
        return prefixes.Count == 0 ? Match.Yes : prefixes.Max(p => tags.Holds(p, address));
    }

    private static Match Least(params Match[] matches) => matches.Min();
}
