using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads private DNS zones and their links to networks.</summary>
internal static class PrivateDnsReader
{
    public static async ValueTask<PrivateDnsZoneData> ReadZoneAsync(JsonStreamReader json)
    {
        string? links = null;
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (!json.NameIs("numberOfVirtualNetworkLinks"u8)) return false;
            links = await json.ReadStringAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new PrivateDnsZoneData(id, name, links != "0");
    }

    /// <summary>The network a link leads to; null where it leads nowhere.</summary>
    public static async ValueTask<string?> ReadLinkAsync(JsonStreamReader json)
    {
        string? network = null;
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (!json.NameIs("virtualNetwork"u8)) return false;
            network = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return network;
    }
}

/// <summary>A zone, and whether it may have links: their number saves a request for each zone without any.</summary>
internal sealed record PrivateDnsZoneData(string Id, string Name, bool MayHaveLinks);
