namespace PeeringTools.Surroundings;

/// <summary>A network security group: its own rules. The six default rules are the same everywhere and not kept.</summary>
/// <remarks>Source: Microsoft.Network/networkSecurityGroups.</remarks>
internal sealed record NetworkSecurityGroup
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<SecurityRule> SecurityRules { get; init; } = [];
}

/// <summary>One custom rule. Prefix and port lists hold both the singular and the plural members of ARM.</summary>
internal sealed record SecurityRule
{
    public required string Name { get; init; }

    /// <summary>100 to 4096; the lowest that matches decides.</summary>
    public required int Priority { get; init; }

    /// <summary>Inbound or Outbound.</summary>
    public required string Direction { get; init; }

    /// <summary>Allow or Deny.</summary>
    public required string Access { get; init; }

    /// <summary>Tcp, Udp, Icmp, Esp, Ah or <c>*</c>.</summary>
    public string Protocol { get; init; } = "*";

    /// <summary>Prefixes, service tags or <c>*</c>.</summary>
    public IReadOnlyList<string> SourceAddressPrefixes { get; init; } = [];

    public IReadOnlyList<string> DestinationAddressPrefixes { get; init; } = [];

    /// <summary>Ids of application security groups.</summary>
    public IReadOnlyList<string> SourceApplicationSecurityGroupIds { get; init; } = [];

    public IReadOnlyList<string> DestinationApplicationSecurityGroupIds { get; init; } = [];

    /// <summary>Single ports, ranges like <c>8000-8100</c>, or <c>*</c>.</summary>
    public IReadOnlyList<string> SourcePortRanges { get; init; } = [];

    public IReadOnlyList<string> DestinationPortRanges { get; init; } = [];
}
