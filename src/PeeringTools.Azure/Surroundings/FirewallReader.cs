using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads an Azure Firewall; one in a virtual hub stands in no network and has no such address.</summary>
internal static class FirewallReader
{
    public static async ValueTask<AzureFirewall> ReadAsync(JsonStreamReader json)
    {
        List<InterfaceAddress> addresses = [];
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (!json.NameIs("ipConfigurations"u8)) return false;
            addresses = await InterfaceAddressReader.ReadListAsync(json).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new AzureFirewall { Id = id, Name = name, Addresses = addresses };
    }
}
