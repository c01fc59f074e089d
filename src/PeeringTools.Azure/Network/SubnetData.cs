namespace PeeringTools.Azure.Network;

/// <summary>A subnet, and the gateways in it where it is one that may hold them. Names are those of Azure.ResourceManager.Network.</summary>
internal sealed class SubnetData
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>What ARM gives as addressPrefix or as addressPrefixes.</summary>
    public string[] AddressPrefixes { get; set; } = [];

    public string? NetworkSecurityGroupId { get; set; }

    public string? RouteTableId { get; set; }

    public string[] ServiceEndpoints { get; set; } = [];

    public string[] Delegations { get; set; } = [];

    public string? PrivateEndpointNetworkPolicies { get; set; }

    public string[] GatewayIds { get; set; } = [];
}
