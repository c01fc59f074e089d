using PeeringTools.Azure.Json;

namespace PeeringTools.Azure.Network;

/// <summary>
/// Reads a subnet's name and the gateways that stand in it. A gateway shows as an ipConfiguration below a virtual network
/// gateway, a Route Server as one below a virtual hub; the subnet alone proves nothing.
/// </summary>
internal static class SubnetReader
{
    private static readonly string[] GatewaySubnets = ["GatewaySubnet", "RouteServerSubnet"];
    private static readonly string[] GatewaySegments = ["/virtualNetworkGateways/", "/virtualHubs/"];

    public static async ValueTask<SubnetData> ReadAsync(JsonStreamReader json)
    {
        string? name = null;
        SortedSet<string> gateways = new(StringComparer.OrdinalIgnoreCase);
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return new SubnetData("", gateways);
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("name"u8)) name = await json.ReadStringAsync().ConfigureAwait(false);
            // Azure names a subnet before its properties. Where a proxy or a file has them the other way round, all are looked at.
            else if (json.NameIs("properties"u8) && MayHoldGateways(name)) await ReadPropertiesAsync(json, gateways).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        if (name is null || !MayHoldGateways(name)) gateways.Clear();
        return new SubnetData(name ?? "", gateways);
    }

    private static bool MayHoldGateways(string? name) => name is null || GatewaySubnets.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static async ValueTask ReadPropertiesAsync(JsonStreamReader json, SortedSet<string> gateways)
    {
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (!json.NameIs("ipConfigurations"u8))
            {
                await json.SkipAsync().ConfigureAwait(false);
                continue;
            }

            if (!await json.StartArrayAsync().ConfigureAwait(false)) continue;
            while (await json.NextItemAsync().ConfigureAwait(false))
            {
                if (GatewayOf(await NetworkJson.ReadIdAsync(json).ConfigureAwait(false)) is string gateway) gateways.Add(gateway);
            }
        }
    }

    /// <summary>The id of the gateway that an ipConfiguration belongs to; null where it belongs to something else.</summary>
    private static string? GatewayOf(string? ipConfigurationId)
    {
        if (ipConfigurationId is null) return null;
        foreach (string segment in GatewaySegments)
        {
            int at = ipConfigurationId.IndexOf(segment, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            int end = ipConfigurationId.IndexOf('/', at + segment.Length);
            return end < 0 ? ipConfigurationId : ipConfigurationId.Substring(0, end);
        }

        return null;
    }
}
