using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads a load balancer's private frontends and the interfaces in its pools.</summary>
internal static class LoadBalancerReader
{
    private const string ConfigurationSegment = "/ipConfigurations/";

    public static async ValueTask<LoadBalancer> ReadAsync(JsonStreamReader json)
    {
        List<InterfaceAddress> frontends = [];
        HashSet<string> interfaces = new(StringComparer.OrdinalIgnoreCase);
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (json.NameIs("frontendIPConfigurations"u8)) frontends = await InterfaceAddressReader.ReadListAsync(json).ConfigureAwait(false);
            else if (json.NameIs("backendAddressPools"u8)) _ = await NetworkJson.ReadListAsync(json, pool => ReadPoolAsync(pool, interfaces)).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new LoadBalancer { Id = id, Name = name, Frontends = frontends, BackendInterfaceIds = [.. interfaces] };
    }

    /// <summary>A pool names its members as ipConfigurations, as addresses with such a reference, or both.</summary>
    private static async ValueTask<bool> ReadPoolAsync(JsonStreamReader json, HashSet<string> interfaces)
    {
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (json.NameIs("backendIPConfigurations"u8)) interfaces.UnionWith((await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false)).Select(InterfaceOf));
            else if (json.NameIs("loadBalancerBackendAddresses"u8))
                interfaces.UnionWith((await NetworkJson.ReadListAsync(json, ReadAddressAsync).ConfigureAwait(false)).OfType<string>().Select(InterfaceOf));
            else return false;
            return true;
        }).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<string?> ReadAddressAsync(JsonStreamReader json)
    {
        string? configuration = null;
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (!json.NameIs("networkInterfaceIPConfiguration"u8)) return false;
            configuration = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return configuration;
    }

    private static string InterfaceOf(string configurationId)
    {
        int end = configurationId.IndexOf(ConfigurationSegment, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? configurationId : configurationId.Substring(0, end);
    }
}
