using PeeringTools.Azure.Json;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Network;

/// <summary>
/// Reads a subnet and the gateways that stand in it. A gateway shows as an ipConfiguration below a virtual network gateway, a
/// Route Server as one below a virtual hub; the subnet alone proves nothing. In every other subnet the ipConfigurations, which
/// are the bulk of a network's body, are passed over.
/// </summary>
internal static class SubnetReader
{
    private static readonly string[] GatewaySubnets = [Subnet.Gateway, Subnet.RouteServer];
    private static readonly string[] GatewaySegments = ["/virtualNetworkGateways/", "/virtualHubs/"];

    public static async ValueTask<SubnetData> ReadAsync(JsonStreamReader json)
    {
        SubnetData data = new();
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return data;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("id"u8)) data.Id = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("name"u8)) data.Name = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("properties"u8)) await ReadPropertiesAsync(json, data).ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }

        if (data.Name is null || !MayHoldGateways(data.Name)) data.GatewayIds = [];
        return data;
    }

    /// <summary>Azure names a subnet before its properties. Where a proxy or a file has them the other way round, it may be any.</summary>
    private static bool MayHoldGateways(string? name) => name is null || GatewaySubnets.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static async ValueTask ReadPropertiesAsync(JsonStreamReader json, SubnetData data)
    {
        if (!await json.StartObjectAsync().ConfigureAwait(false)) return;
        while (await json.NextMemberAsync().ConfigureAwait(false))
        {
            if (json.NameIs("ipConfigurations"u8) && MayHoldGateways(data.Name)) data.GatewayIds = await ReadGatewaysAsync(json).ConfigureAwait(false);
            else if (json.NameIs("addressPrefix"u8)) data.AddressPrefixes = Merge(data.AddressPrefixes, One(await json.ReadStringAsync().ConfigureAwait(false)));
            else if (json.NameIs("addressPrefixes"u8)) data.AddressPrefixes = Merge(data.AddressPrefixes, await json.ReadStringsAsync().ConfigureAwait(false));
            else if (json.NameIs("networkSecurityGroup"u8)) data.NetworkSecurityGroupId = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("routeTable"u8)) data.RouteTableId = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("serviceEndpoints"u8)) data.ServiceEndpoints = Named(await NetworkJson.ReadListAsync(json, ReadEndpointAsync).ConfigureAwait(false));
            else if (json.NameIs("delegations"u8)) data.Delegations = Named(await NetworkJson.ReadListAsync(json, ReadDelegationAsync).ConfigureAwait(false));
            else if (json.NameIs("privateEndpointNetworkPolicies"u8)) data.PrivateEndpointNetworkPolicies = await json.ReadStringAsync().ConfigureAwait(false);
            else await json.SkipAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<string[]> ReadGatewaysAsync(JsonStreamReader json)
    {
        SortedSet<string> gateways = new(StringComparer.OrdinalIgnoreCase);
        if (!await json.StartArrayAsync().ConfigureAwait(false)) return [];
        while (await json.NextItemAsync().ConfigureAwait(false))
        {
            if (GatewayOf(await NetworkJson.ReadIdAsync(json).ConfigureAwait(false)) is string gateway) gateways.Add(gateway);
        }

        return [.. gateways];
    }

    private static async ValueTask<string?> ReadEndpointAsync(JsonStreamReader json)
    {
        string? service = null;
        await NetworkJson.ReadObjectAsync(json, async () =>
        {
            if (!json.NameIs("service"u8)) return false;
            service = await json.ReadStringAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return service;
    }

    private static async ValueTask<string?> ReadDelegationAsync(JsonStreamReader json)
    {
        string? service = null;
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (!json.NameIs("serviceName"u8)) return false;
            service = await json.ReadStringAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return service;
    }

    private static string[] One(string? text) => text is null ? [] : [text];

    private static string[] Named(List<string?> texts) => [.. texts.OfType<string>()];

    /// <summary>A subnet with several prefixes has them in the plural member; some answers carry both.</summary>
    private static string[] Merge(string[] known, string[] more) =>
        known.Length == 0 && more.Length == 1 ? more : [.. known.Concat(more).Distinct(StringComparer.OrdinalIgnoreCase)];

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
