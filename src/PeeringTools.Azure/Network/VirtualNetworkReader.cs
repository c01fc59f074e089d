using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>Reads a virtual network while its bytes arrive; what nobody needs of it is passed over.</summary>
internal static class VirtualNetworkReader
{
    /// <param name="json">Stands before the network.</param>
    /// <param name="withSubnets">False passes over them as a whole.</param>
    public static async ValueTask<VirtualNetworkData> ReadAsync(JsonStreamReader json, bool withSubnets = true)
    {
        VirtualNetworkData data = new();
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return data;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) data.Id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("etag"u8)) data.ETag = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("location"u8)) data.Location = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("tags"u8)) data.Tags = await NetworkJson.ReadTagsAsync(json).ConfigureAwait(false);
            else if (json.NameIs("properties"u8)) await ReadPropertiesAsync(json, data, withSubnets).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        return data;
    }

    private static async ValueTask ReadPropertiesAsync(JsonStreamReader json, VirtualNetworkData data, bool withSubnets)
    {
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            bool passed = !withSubnets && json.NameIs("subnets"u8);
            if (passed || !await TryReadPropertyAsync(json, data).ConfigureAwait(false)) await json.SkipAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads one member of a network's properties; false, and nothing read, where it is one that nobody needs.</summary>
    public static async ValueTask<bool> TryReadPropertyAsync(JsonStreamReader json, VirtualNetworkData data)
    {
        if (json.NameIs("provisioningState"u8)) data.ProvisioningState = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("resourceGuid"u8)) data.ResourceGuid = await json.ReadStringAsync().ConfigureAwait(false);
        else if (json.NameIs("addressSpace"u8)) data.AddressPrefixes = await NetworkJson.ReadAddressSpaceAsync(json).ConfigureAwait(false);
        else if (json.NameIs("dhcpOptions"u8)) data.DhcpOptionsDnsServers = await json.ReadWholeAsync(DnsServers).ConfigureAwait(false);
        else if (json.NameIs("subnets"u8)) await ReadSubnetsAsync(json, data.Subnets).ConfigureAwait(false);
        else if (json.NameIs("virtualNetworkPeerings"u8)) await ReadPeeringsAsync(json, data.VirtualNetworkPeerings).ConfigureAwait(false);
        else return false;
        return true;
    }

    private static string[] DnsServers(ref JsonValue json) => NetworkJson.Texts(ref json, "dnsServers"u8);

    private static async ValueTask ReadSubnetsAsync(JsonStreamReader json, List<SubnetData> subnets)
    {
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return;
        while (await json.NextItemAsync().ConfigureAwait(false)) subnets.Add(await SubnetReader.ReadAsync(json).ConfigureAwait(false));
    }

    private static async ValueTask ReadPeeringsAsync(JsonStreamReader json, List<VirtualNetworkPeeringData> peerings)
    {
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return;
        while (await json.NextItemAsync().ConfigureAwait(false))
        {
            peerings.Add(await json.ReadWholeAsync(VirtualNetworkPeeringReader.Read).ConfigureAwait(false));
        }
    }
}
