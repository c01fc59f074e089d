using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads ipConfigurations: interfaces, firewalls and load balancers' frontends share their shape.</summary>
internal static class InterfaceAddressReader
{
    /// <summary>Reads a list; what lies in no subnet, a public address, is left out.</summary>
    public static async ValueTask<List<InterfaceAddress>> ReadListAsync(JsonStreamReader json) =>
        [.. (await NetworkJson.ReadListAsync(json, ReadAsync).ConfigureAwait(false)).OfType<InterfaceAddress>()];

    private static async ValueTask<InterfaceAddress?> ReadAsync(JsonStreamReader json)
    {
        (string? subnet, string? address, string[] groups) = (null, null, []);
        _ = await NetworkJson.ReadPartAsync(json, async () =>
        {
            if (json.NameIs("subnet"u8)) subnet = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("privateIPAddress"u8)) address = await json.ReadStringAsync().ConfigureAwait(false);
            else if (json.NameIs("applicationSecurityGroups"u8)) groups = await NetworkJson.ReadIdsAsync(json).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return subnet is null ? null : new InterfaceAddress { SubnetId = subnet, PrivateIPAddress = address, ApplicationSecurityGroupIds = groups };
    }
}
