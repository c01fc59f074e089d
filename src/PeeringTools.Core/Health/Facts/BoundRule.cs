using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>A custom rule of a security group, its two ends read once.</summary>
internal sealed class BoundRule(NetworkSecurityGroup group, SecurityRule rule)
{
    private const string Everything = "*";

    private readonly AddressSet _sources = new(rule.SourceAddressPrefixes, rule.SourceApplicationSecurityGroupIds);
    private readonly AddressSet _destinations = new(rule.DestinationAddressPrefixes, rule.DestinationApplicationSecurityGroupIds);

    public SecurityRule Rule { get; } = rule;

    public string Id { get; } = $"{group.Id}/securityRules/{rule.Name}";

    public bool IsInbound { get; } = Is(rule.Direction, "Inbound");

    public bool IsAllow { get; } = Is(rule.Access, "Allow");

    /// <summary>The end that lies outside: where traffic comes from, or where it goes.</summary>
    public AddressSet Far => IsInbound ? _sources : _destinations;

    public AddressSet Near => IsInbound ? _destinations : _sources;

    /// <summary>True where everything that the other rule allows of these addresses is stopped by this one before.</summary>
    public bool Stops(BoundRule other, IEnumerable<AddressPrefix> far) =>
        !IsAllow && IsInbound == other.IsInbound && Rule.Priority < other.Rule.Priority
        && Near.IsAny && Far.Covers(far)
        && (Rule.Protocol == Everything || Is(Rule.Protocol, other.Rule.Protocol))
        && HasAllPorts(Rule.SourcePortRanges, other.Rule.SourcePortRanges)
        && HasAllPorts(Rule.DestinationPortRanges, other.Rule.DestinationPortRanges);

    /// <summary>The rule in one line of evidence.</summary>
    public override string ToString() =>
        $"{Rule.Priority} {Rule.Direction} {Rule.Access} {Rule.Protocol} {Say(Rule.SourceAddressPrefixes)} -> "
        + $"{Say(Rule.DestinationAddressPrefixes)}:{Say(Rule.DestinationPortRanges)} ({Id})";

    private static bool HasAllPorts(IReadOnlyList<string> mine, IReadOnlyList<string> theirs) =>
        mine.Count == 0 || mine.Contains(Everything) || (theirs.Count > 0 && theirs.All(mine.Contains));

    private static string Say(IReadOnlyList<string> values) => values.Count == 0 ? Everything : string.Join(",", values);

    private static bool Is(string text, string known) => string.Equals(text, known, StringComparison.OrdinalIgnoreCase);
}
