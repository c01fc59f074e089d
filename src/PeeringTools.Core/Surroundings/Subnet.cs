namespace PeeringTools.Surroundings;

/// <summary>A subnet with what decides over its traffic.</summary>
/// <remarks>Source: Microsoft.Network/virtualNetworks/subnets.</remarks>
internal sealed record Subnet
{
    public const string Gateway = "GatewaySubnet";
    public const string Firewall = "AzureFirewallSubnet";
    public const string FirewallManagement = "AzureFirewallManagementSubnet";
    public const string RouteServer = "RouteServerSubnet";
    public const string Bastion = "AzureBastionSubnet";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> AddressPrefixes { get; init; } = [];

    public string? NetworkSecurityGroupId { get; init; }

    public string? RouteTableId { get; init; }

    /// <summary>Services with an endpoint here, for example <c>Microsoft.Storage</c>.</summary>
    public IReadOnlyList<string> ServiceEndpoints { get; init; } = [];

    /// <summary>Services the subnet is delegated to, for example <c>Microsoft.Web/serverFarms</c>.</summary>
    public IReadOnlyList<string> Delegations { get; init; } = [];

    /// <summary>Disabled, Enabled, NetworkSecurityGroupEnabled or RouteTableEnabled; null where Azure does not say.</summary>
    public string? PrivateEndpointNetworkPolicies { get; init; }
}
