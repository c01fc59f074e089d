using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Json;

/// <summary>The members that each api-version has; clients echo what they were shown, so what is shown is also taken.</summary>
internal static class KnownMembers
{
    public static readonly string[] Resource = ["id", "name", "type", "etag", "location", "tags", "properties", "extendedLocation"];

    /// <summary>A child has no place of its own, but templates and generic clients say one, and it is passed over.</summary>
    public static readonly string[] Child = ["id", "name", "type", "etag", "properties", "resourceGroup", "location"];

    public static readonly string[] Network =
    [
        "provisioningState", "resourceGuid", "addressSpace", "dhcpOptions", "subnets", "virtualNetworkPeerings", "enableDdosProtection", "enableVmProtection",
        "ddosProtectionPlan", "bgpCommunities", "encryption", "flowTimeoutInMinutes", "ipAllocations", "flowLogs", "defaultPublicNatGateway",
        "privateEndpointVNetPolicies",
    ];

    public static readonly string[] Subnet =
    [
        "provisioningState", "addressPrefix", "addressPrefixes", "networkSecurityGroup", "routeTable", "natGateway", "serviceEndpoints", "serviceEndpointPolicies",
        "privateEndpoints", "ipConfigurations", "ipConfigurationProfiles", "ipAllocations", "resourceNavigationLinks", "serviceAssociationLinks", "delegations",
        "purpose", "privateEndpointNetworkPolicies", "privateLinkServiceNetworkPolicies", "applicationGatewayIPConfigurations", "sharingScope",
        "defaultOutboundAccess", "ipamPoolPrefixAllocations", "serviceGateway",
    ];

    private static readonly string[] PeeringFirst =
    [
        "provisioningState", "peeringState", "remoteVirtualNetwork", "allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit",
        "useRemoteGateways", "remoteGateways", "remoteAddressSpace", "routeServiceVips",
    ];

    private static readonly string[] PeeringWithGuid = [.. PeeringFirst, "resourceGuid", "doNotVerifyRemoteGateways"];

    private static readonly string[] PeeringWithSync = [.. PeeringWithGuid, "peeringSyncLevel", "remoteVirtualNetworkAddressSpace", "remoteBgpCommunities"];

    private static readonly string[] PeeringWithComplete = [.. PeeringWithSync, "peerCompleteVnets", "remoteVirtualNetworkEncryption"];

    private static readonly string[] PeeringWithSubnets =
    [
        .. PeeringWithComplete, "localAddressSpace", "localVirtualNetworkAddressSpace", "localSubnetNames", "remoteSubnetNames", "enableOnlyIPv6Peering",
    ];

    public static string[] Peering(ApiVersion version) =>
        version.HasLocalSpaces ? PeeringWithSubnets
        : version.HasPeerComplete ? PeeringWithComplete
        : version.HasSync ? PeeringWithSync
        : version.HasResourceGuid ? PeeringWithGuid
        : PeeringFirst;
}
