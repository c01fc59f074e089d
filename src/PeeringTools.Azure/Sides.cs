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
            Tags = data.Tags,
            Peerings = peerings,
            Subnets = [.. data.Subnets.Select(s => new Subnet { Id = $"{id.Text}/subnets/{s.Name}", Name = s.Name })],
            GatewayIds = [.. data.Subnets.SelectMany(s => s.GatewayIds).Distinct(StringComparer.OrdinalIgnoreCase)],
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
}
