using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads virtual network gateways and Route Servers, connections and local network gateways.</summary>
internal static class GatewayReader
{
    public static async ValueTask<GatewayData> ReadGatewayAsync(JsonStreamReader json)
    {
        (string? type, string? state, string[] pool) = (null, null, []);
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (json.NameIs("gatewayType"u8)) type = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("provisioningState"u8)) state = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("vpnClientConfiguration"u8)) pool = await ReadClientPoolAsync(json).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new GatewayData(id, name, type, state, pool);
    }

    public static async ValueTask<GatewayConnectionData> ReadConnectionAsync(JsonStreamReader json)
    {
        (string? local, string? type, bool? bgp) = (null, null, null);
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (json.NameIs("localNetworkGateway2"u8)) local = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("connectionType"u8)) type = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("enableBgp"u8)) bgp = await json.ReadBooleanAsync().ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new GatewayConnectionData(local, type, bgp ?? false);
    }

    /// <summary>The prefixes behind a local network gateway.</summary>
    public static async ValueTask<string[]> ReadLocalGatewayAsync(JsonStreamReader json)
    {
        string[] prefixes = [];
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (!json.NameIs("localNetworkAddressSpace"u8)) return false;
            prefixes = await NetworkJson.ReadAddressSpaceAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return prefixes;
    }

    private static async ValueTask<string[]> ReadClientPoolAsync(JsonStreamReader json)
    {
        string[] pool = [];
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("vpnClientAddressPool"u8)) return false;
            pool = await NetworkJson.ReadAddressSpaceAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return pool;
    }
}

/// <summary>A gateway by itself.</summary>
internal sealed record GatewayData(string Id, string Name, string? GatewayType, string? ProvisioningState, string[] ClientPool);

/// <summary>A connection of a gateway: to a local network gateway, to another gateway, or to a circuit.</summary>
internal sealed record GatewayConnectionData(string? LocalGatewayId, string? ConnectionType, bool EnableBgp)
{
    /// <summary>True where the prefixes beyond it are not all written down: BGP brings them, or they are another network's.</summary>
    public bool LearnsRoutes => EnableBgp || (ConnectionType is not null && !ConnectionType.Equals("IPsec", StringComparison.OrdinalIgnoreCase));
}
