using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>Reads a peering, alone or inside its network: the shape is the same.</summary>
internal static class VirtualNetworkPeeringReader
{
    public static async ValueTask<VirtualNetworkPeeringData> ReadAsync(JsonStreamReader json)
    {
        VirtualNetworkPeeringData data = new();
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return data;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) data.Id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("name"u8)) data.Name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("etag"u8)) data.ETag = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("properties"u8)) await ReadPropertiesAsync(json, data).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return data;
    }

    private static async ValueTask ReadPropertiesAsync(JsonStreamReader json, VirtualNetworkPeeringData data)
    {
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (await TryReadStateAsync(json, data).ConfigureAwait(false)) continue;
            if (await TryReadFlagAsync(json, data).ConfigureAwait(false)) continue;
            if (await TryReadRemoteAsync(json, data).ConfigureAwait(false)) continue;
            await json.SkipAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> TryReadStateAsync(JsonStreamReader json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("provisioningState"u8)) data.ProvisioningState = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("resourceGuid"u8)) data.ResourceGuid = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("peeringState"u8)) data.PeeringState = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("peeringSyncLevel"u8)) data.PeeringSyncLevel = await json.ReadStringAsync().ConfigureAwait(false);
        else return false;
        return true;
    }

    private static async ValueTask<bool> TryReadFlagAsync(JsonStreamReader json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("allowVirtualNetworkAccess"u8)) data.AllowVirtualNetworkAccess = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("allowForwardedTraffic"u8)) data.AllowForwardedTraffic = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("allowGatewayTransit"u8)) data.AllowGatewayTransit = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("useRemoteGateways"u8)) data.UseRemoteGateways = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("doNotVerifyRemoteGateways"u8)) data.DoNotVerifyRemoteGateways = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("peerCompleteVnets"u8)) data.AreCompleteVnetsPeered = await json.ReadBooleanAsync().ConfigureAwait(false);
        else if (json.NameIs("enableOnlyIPv6Peering"u8)) data.EnableOnlyIPv6Peering = await json.ReadBooleanAsync().ConfigureAwait(false);
        else return false;
        return true;
    }

    private static async ValueTask<bool> TryReadRemoteAsync(JsonStreamReader json, VirtualNetworkPeeringData data)
    {
        if (json.NameIs("remoteVirtualNetwork"u8)) data.RemoteVirtualNetworkId = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
        else if (json.NameIs("remoteAddressSpace"u8)) data.RemoteAddressPrefixes = await NetworkJson.ReadAddressSpaceAsync(json).ConfigureAwait(false);
        else if (json.NameIs("remoteVirtualNetworkAddressSpace"u8))
            data.RemoteVirtualNetworkAddressPrefixes = await NetworkJson.ReadAddressSpaceAsync(json).ConfigureAwait(false);
        else if (json.NameIs("remoteGateways"u8)) data.RemoteGatewayIds = await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false);
        else if (json.NameIs("localSubnetNames"u8)) data.LocalSubnetNames = await json.ReadStringsAsync().ConfigureAwait(false);
        else if (json.NameIs("remoteSubnetNames"u8)) data.RemoteSubnetNames = await json.ReadStringsAsync().ConfigureAwait(false);
        else return false;
        return true;
    }
}
