namespace PeeringTools.Routing;

/// <summary>A side that may be changed without changing the one it was made of.</summary>
internal static class SideCopy
{
    public static PeeringSide Of(PeeringSide side) => new()
    {
        Exists = side.Exists,
        Id = side.Id,
        Name = side.Name,
        VirtualNetworkId = side.VirtualNetworkId,
        VirtualNetworkName = side.VirtualNetworkName,
        ResourceGroupName = side.ResourceGroupName,
        SubscriptionId = side.SubscriptionId,
        Location = side.Location,
        RemoteVirtualNetworkId = side.RemoteVirtualNetworkId,
        PeeringState = side.PeeringState,
        AllowVirtualNetworkAccess = side.AllowVirtualNetworkAccess,
        AllowForwardedTraffic = side.AllowForwardedTraffic,
        AllowGatewayTransit = side.AllowGatewayTransit,
        UseRemoteGateways = side.UseRemoteGateways,
        PeerCompleteVnets = side.PeerCompleteVnets,
        LocalSubnetNames = side.LocalSubnetNames,
        RemoteSubnetNames = side.RemoteSubnetNames,
        EnableOnlyIPv6Peering = side.EnableOnlyIPv6Peering,
        RemoteAddressSpace = side.RemoteAddressSpace,
        RemoteVirtualNetworkAddressSpace = side.RemoteVirtualNetworkAddressSpace,
    };
}
