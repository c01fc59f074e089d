namespace PeeringTools;

/// <summary>A custom allow rule on the VirtualNetwork tag that lets in or out more than before, because the tag holds more.</summary>
public sealed class PeeringRuleChange
{
    /// <summary>Resource id of the network security group.</summary>
    public string NetworkSecurityGroupId { get; set; } = "";

    /// <summary>Name of the rule.</summary>
    public string RuleName { get; set; } = "";

    /// <summary>Inbound or Outbound.</summary>
    public string Direction { get; set; } = "";

    /// <summary>Network and subnet where the group stands.</summary>
    public string Subnet { get; set; } = "";

    /// <summary>What the tag holds there in addition.</summary>
    public string[] AddressPrefixes { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{RuleName} at {Subnet}: {string.Join(", ", AddressPrefixes)}";
}
