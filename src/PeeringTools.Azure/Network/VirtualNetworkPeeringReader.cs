using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>Reads a peering, alone or inside its network: the shape is the same.</summary>
internal static class VirtualNetworkPeeringReader
{
    public static VirtualNetworkPeeringData Read(ref JsonValue json)
    {
        VirtualNetworkPeeringData data = new();
        if (!json.StartObject()) return data;
        while (json.NextMember())
        {
            if (json.NameIs("id"u8)) data.Id = json.ReadString();
            else if (json.NameIs("name"u8)) data.Name = json.ReadString();
            else if (json.NameIs("etag"u8)) data.ETag = json.ReadString();
            else if (json.NameIs("properties"u8)) ReadProperties(ref json, data);
            else json.Skip();
        }

        return data;
    }

    private static void ReadProperties(ref JsonValue json, VirtualNetworkPeeringData data)
    {
        if (!json.StartObject()) return;
        while (json.NextMember())
        {
            if (TryReadState(ref json, data)) continue;
            if (TryReadFlag(ref json, data)) continue;
            if (TryReadRemote(ref json, data)) continue;
            json.Skip();
        }
    }

    private static bool TryReadState(ref JsonValue json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("provisioningState"u8)) data.ProvisioningState = json.ReadString();
        else if (json.NameIs("resourceGuid"u8)) data.ResourceGuid = json.ReadString();
        else if (json.NameIs("peeringState"u8)) data.PeeringState = json.ReadString();
        else if (json.NameIs("peeringSyncLevel"u8)) data.PeeringSyncLevel = json.ReadString();
        else return false;
        return true;
    }

    private static bool TryReadFlag(ref JsonValue json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("allowVirtualNetworkAccess"u8)) data.AllowVirtualNetworkAccess = json.ReadBoolean();
        else if (json.NameIs("allowForwardedTraffic"u8)) data.AllowForwardedTraffic = json.ReadBoolean();
        else if (json.NameIs("allowGatewayTransit"u8)) data.AllowGatewayTransit = json.ReadBoolean();
        else if (json.NameIs("useRemoteGateways"u8)) data.UseRemoteGateways = json.ReadBoolean();
        else if (json.NameIs("doNotVerifyRemoteGateways"u8)) data.DoNotVerifyRemoteGateways = json.ReadBoolean();
        else if (json.NameIs("peerCompleteVnets"u8)) data.AreCompleteVnetsPeered = json.ReadBoolean();
        else if (json.NameIs("enableOnlyIPv6Peering"u8)) data.EnableOnlyIPv6Peering = json.ReadBoolean();
        else return false;
        return true;
    }

    private static bool TryReadRemote(ref JsonValue json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("remoteVirtualNetwork"u8)) data.RemoteVirtualNetworkId = NetworkJson.Id(ref json);
        else if (json.NameIs("remoteAddressSpace"u8)) data.RemoteAddressPrefixes = NetworkJson.AddressSpace(ref json);
        else if (json.NameIs("remoteVirtualNetworkAddressSpace"u8))
            data.RemoteVirtualNetworkAddressPrefixes = NetworkJson.AddressSpace(ref json);
        else if (json.NameIs("remoteGateways"u8)) data.RemoteGatewayIds = NetworkJson.Ids(ref json);
        else if (json.NameIs("localSubnetNames"u8)) data.LocalSubnetNames = json.ReadStrings();
        else if (json.NameIs("remoteSubnetNames"u8)) data.RemoteSubnetNames = json.ReadStrings();
        else return false;
        return true;
    }
}
