using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure;

/// <summary>From the network slice's data to the domain's own model.</summary>
internal static class Sides
{
    public static VirtualNetwork NetworkOf(VirtualNetworkData data)
    {
        ResourceId id = ResourceId.Parse(data.Id ?? "");
        List<PeeringSide> peerings = new(data.VirtualNetworkPeerings.Count);
        foreach (VirtualNetworkPeeringData peering in data.VirtualNetworkPeerings)
        {
            PeeringSide side = SideOf(peering, id);
            side.Location = data.Location;
            side.VirtualNetworkAddressSpace = data.AddressPrefixes;
            peerings.Add(side);
        }

        return new VirtualNetwork
        {
            Id = id,
            Location = data.Location ?? "",
            Etag = data.ETag,
            ProvisioningState = data.ProvisioningState,
            ResourceGuid = data.ResourceGuid,
            AddressPrefixes = data.AddressPrefixes,
            Tags = data.Tags ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            Peerings = peerings,
            Subnets = SubnetsOf(data, id),
            DnsServers = data.DhcpOptionsDnsServers,
            GatewayIds = GatewaysOf(data.Subnets),
        };
    }

    /// <param name="data">What ARM gave.</param>
    /// <param name="network">The network it lives under, which also decides the casing of ids.</param>
    public static PeeringSide SideOf(VirtualNetworkPeeringData data, ResourceId network) => new()
    {
        Exists = true,
        Id = data.Id,
        Name = data.Name,
        VirtualNetworkId = network.Text,
        VirtualNetworkName = network.VirtualNetworkName ?? "",
        ResourceGroupName = network.ResourceGroupName ?? "",
        SubscriptionId = network.SubscriptionId,
        RemoteVirtualNetworkId = data.RemoteVirtualNetworkId ?? "",
        PeeringState = data.PeeringState,
        PeeringSyncLevel = data.PeeringSyncLevel,
        ProvisioningState = data.ProvisioningState,
        // The service's own defaults where an answer leaves a member out: access is on, all else off, whole networks.
        AllowVirtualNetworkAccess = data.AllowVirtualNetworkAccess ?? true,
        AllowForwardedTraffic = data.AllowForwardedTraffic ?? false,
        AllowGatewayTransit = data.AllowGatewayTransit ?? false,
        UseRemoteGateways = data.UseRemoteGateways ?? false,
        DoNotVerifyRemoteGateways = data.DoNotVerifyRemoteGateways ?? false,
        PeerCompleteVnets = data.AreCompleteVnetsPeered ?? true,
        EnableOnlyIPv6Peering = data.EnableOnlyIPv6Peering ?? false,
        LocalSubnetNames = data.LocalSubnetNames,
        RemoteSubnetNames = data.RemoteSubnetNames,
        RemoteAddressSpace = data.RemoteAddressPrefixes,
        RemoteVirtualNetworkAddressSpace = data.RemoteVirtualNetworkAddressPrefixes,
        RemoteGateways = data.RemoteGatewayIds,
        ResourceGuid = data.ResourceGuid,
        Etag = data.ETag,
    };

    /// <summary>Hardly a network has any.</summary>
    private static string[] GatewaysOf(List<SubnetData> subnets) => subnets.Exists(subnet => subnet.GatewayIds.Length > 0)
        ? [.. subnets.SelectMany(subnet => subnet.GatewayIds).Distinct(StringComparer.OrdinalIgnoreCase)]
        : [];

    private static Subnet[] SubnetsOf(VirtualNetworkData data, ResourceId network) =>
        data.Subnets.Count == 0 ? [] : [.. data.Subnets.Select(subnet => SubnetOf(subnet, network))];

    private static Subnet SubnetOf(SubnetData data, ResourceId network) => new()
    {
        Id = data.Id ?? $"{network.Text}/subnets/{data.Name}",
        Name = data.Name ?? "",
        AddressPrefixes = data.AddressPrefixes,
        NetworkSecurityGroupId = data.NetworkSecurityGroupId,
        RouteTableId = data.RouteTableId,
        ServiceEndpoints = data.ServiceEndpoints,
        Delegations = data.Delegations,
        PrivateEndpointNetworkPolicies = data.PrivateEndpointNetworkPolicies,
    };
}
