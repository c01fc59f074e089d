using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads a network interface; a scale set's has the same shape.</summary>
internal static class NetworkInterfaceReader
{
    public static async ValueTask<NetworkInterface> ReadAsync(JsonStreamReader json)
    {
        (bool? forwards, string? group, string? machine, string? endpoint, List<InterfaceAddress> addresses) = (null, null, null, null, []);
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (json.NameIs("enableIPForwarding"u8)) forwards = await json.ReadBooleanAsync().ConfigureAwait(false);
            else if (json.NameIs("networkSecurityGroup"u8)) group = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("virtualMachine"u8)) machine = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("privateEndpoint"u8)) endpoint = await NetworkJson.ReadIdAsync(json).ConfigureAwait(false);
            else if (json.NameIs("ipConfigurations"u8)) addresses = await InterfaceAddressReader.ReadListAsync(json).ConfigureAwait(false);
            else return false;
            return true;
        }).ConfigureAwait(false);
        return new NetworkInterface
        {
            Id = id,
            Name = name,
            EnableIPForwarding = forwards ?? false,
            NetworkSecurityGroupId = group,
            VirtualMachineId = machine,
            PrivateEndpointId = endpoint,
            Addresses = addresses,
        };
    }
}
