using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PeeringTools.Azure.Wire;
using PeeringTools.Lab;

namespace PeeringTools.MicroBench;

/// <summary>Bodies of Resource Manager, as the lab writes them.</summary>
internal static class Bodies
{
    /// <summary>How many network interfaces make a body of 60 KB.</summary>
    public const int Large = 350;

    private const string Subscription = "/subscriptions/00000001-0000-4000-8000-000000000000";

    /// <summary>A page of networks in a chain, each peered with the one before it and the one after it.</summary>
    public static byte[] Page(int networks, int ipConfigurations)
    {
        ArmLab lab = ArmLab.FromEstate("Empty");
        JsonArray estate = [.. Enumerable.Range(0, networks).Select(network => Network(network, networks, ipConfigurations))];
        using MemoryStream file = new(Encoding.UTF8.GetBytes(estate.ToJsonString()));
        lab.LoadResources(file);
        using HttpResponseMessage list = lab.Send(
            "GET", $"{Subscription}/providers/Microsoft.Network/virtualNetworks?api-version={ApiVersions.Network}");
        return list.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    private static string IdOf(int network) =>
        string.Create(CultureInfo.InvariantCulture, $"{Subscription}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-{network:D5}");

    private static JsonObject Network(int network, int networks, int ipConfigurations)
    {
        int[] peers = [.. new[] { network - 1, network + 1 }.Where(peer => peer >= 0 && peer < networks)];
        return new JsonObject
        {
            ["id"] = IdOf(network),
            ["location"] = "westeurope",
            ["tags"] = new JsonObject { ["environment"] = "prod", ["costCenter"] = "4711" },
            ["properties"] = new JsonObject
            {
                ["addressSpace"] = Space(network),
                ["subnets"] = new JsonArray(Subnet(network, ipConfigurations)),
                ["virtualNetworkPeerings"] = new JsonArray([.. peers.Select(Peering)]),
            },
        };
    }

    private static JsonObject Subnet(int network, int ipConfigurations) => new()
    {
        ["name"] = "snet-app",
        ["properties"] = new JsonObject
        {
            ["addressPrefix"] = Prefix(network),
            ["ipConfigurations"] = new JsonArray([.. Enumerable.Range(0, ipConfigurations).Select(number => new JsonObject
            {
                ["id"] = $"{Subscription}/resourceGroups/rg-app/providers/Microsoft.Network/networkInterfaces/nic-vm-{network}-{number}/ipConfigurations/ipconfig1",
            })]),
        },
    };

    private static JsonObject Peering(int peer) => new()
    {
        ["name"] = $"peer-{peer}",
        ["properties"] = new JsonObject { ["remoteVirtualNetwork"] = new JsonObject { ["id"] = IdOf(peer) }, ["remoteAddressSpace"] = Space(peer) },
    };

    private static JsonObject Space(int network) => new() { ["addressPrefixes"] = new JsonArray(Prefix(network)) };

    private static string Prefix(int network) => string.Create(CultureInfo.InvariantCulture, $"10.{network / 256}.{network % 256}.0/24");
}
