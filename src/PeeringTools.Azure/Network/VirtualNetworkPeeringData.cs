namespace PeeringTools.Azure.Network;

/// <summary>
/// One side of a pair. Names are those of Azure.ResourceManager.Network; open enums are kept as the text Azure sends, because
/// a value that is new must reach the user as it is.
/// </summary>
internal sealed class VirtualNetworkPeeringData
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? ETag { get; set; }

    public string? PeeringState { get; set; }

    public string? PeeringSyncLevel { get; set; }

    public string? ProvisioningState { get; set; }

    public string? ResourceGuid { get; set; }

    public string? RemoteVirtualNetworkId { get; set; }

    public bool? AllowVirtualNetworkAccess { get; set; }

    public bool? AllowForwardedTraffic { get; set; }

    public bool? AllowGatewayTransit { get; set; }

    public bool? UseRemoteGateways { get; set; }

    public bool? DoNotVerifyRemoteGateways { get; set; }

    public bool? AreCompleteVnetsPeered { get; set; }

    public bool? EnableOnlyIPv6Peering { get; set; }

    public string[] LocalSubnetNames { get; set; } = [];

    public string[] RemoteSubnetNames { get; set; } = [];

    public string[] RemoteAddressPrefixes { get; set; } = [];

    public string[] RemoteVirtualNetworkAddressPrefixes { get; set; } = [];

    public string[] RemoteGatewayIds { get; set; } = [];
}
