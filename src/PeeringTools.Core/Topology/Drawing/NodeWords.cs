namespace PeeringTools.Topology;

/// <summary>What a diagram says of a network.</summary>
internal static class NodeWords
{
    /// <summary>What stands in it, a few characters each.</summary>
    public static IReadOnlyList<string> Badges(PeeringTopologyNode node) => [.. new[]
    {
        node.Gateways.Length > 0 ? DiagramTexts.GatewayBadge : null,
        node.Firewalls.Length > 0 ? DiagramTexts.FirewallBadge : null,
        node.Appliances.Length > 0 ? DiagramTexts.ApplianceBadge : null,
        node.ResolvesFor > 0 ? DiagramTexts.ResolverBadge : null,
        node.DnsZones.Length == 0 ? null : node.DnsZones.Length == 1 ? DiagramTexts.ZoneBadge : Wording.Fill(DiagramTexts.ZonesBadge, node.DnsZones.Length),
    }.OfType<string>()];

    /// <summary>The first prefix and how many more there are.</summary>
    public static string Space(PeeringTopologyNode node) => node.AddressSpace.Length switch
    {
        0 => "",
        1 => node.AddressSpace[0],
        _ => $"{node.AddressSpace[0]} +{node.AddressSpace.Length - 1}",
    };

    /// <summary>Everything, a line each.</summary>
    public static IReadOnlyList<string> Describe(PeeringTopologyNode node) =>
    [
        node.Name,
        Wording.Fill(DiagramTexts.NodeRole, node.Role, node.Peers),
        Wording.Fill(DiagramTexts.NodePlace, node.Location ?? DiagramTexts.RegionNotKnown, node.ResourceGroupName, node.SubscriptionId),
        .. new[]
        {
            node.IsGone ? DiagramTexts.NodeGone : node.IsVisible ? null : DiagramTexts.NodeHidden,
            node.AddressSpace.Length == 0 ? null : string.Join(", ", node.AddressSpace),
            List(DiagramTexts.NodeGateways, node.Gateways),
            List(DiagramTexts.NodeFirewalls, node.Firewalls),
            List(DiagramTexts.NodeAppliances, node.Appliances),
            List(DiagramTexts.NodeDns, node.DnsServers),
            node.ResolvesFor == 0 ? null : Wording.Fill(DiagramTexts.NodeResolves, node.ResolvesFor),
            List(DiagramTexts.NodeZones, node.DnsZones),
        }.OfType<string>(),
    ];

    private static string? List(string text, string[] names) => names.Length == 0 ? null : Wording.Fill(text, string.Join(", ", names));
}
