using System.Text.Json.Nodes;
using PeeringTools.Lab.Traffic;

namespace PeeringTools.Lab.State;

/// <summary>What stands in subnets: which configurations of a resource, and with which addresses.</summary>
internal static class Occupancy
{
    public const string Subnets = "/subnets/";

    private static readonly string[] Lists = ["ipConfigurations", "frontendIPConfigurations"];

    /// <summary>The types whose configurations a subnet shows, and that keep it from being deleted.</summary>
    public static bool Concerns(string type) =>
        GatewayIndex.Concerns(type)
        || string.Equals(type, "Microsoft.Network/networkInterfaces", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces", StringComparison.OrdinalIgnoreCase);

    /// <summary>The subnets a resource stands in, each with the id of the configuration that the subnet shows, and its private address if it has one.</summary>
    public static IEnumerable<(string SubnetId, string ConfigurationId, string? Address)> Of(StoredResource resource)
    {
        IEnumerable<(JsonNode? Properties, string Id)> configurations = Lists.SelectMany(list => resource.Properties().Items(list)
            .Select(c => ((c as JsonObject)?["properties"], $"{resource.Id}/{list}/{c.Text("name") ?? "default"}")));
        // A Route Server is a virtualHub; the subnet it stands in is named by its child ipConfigurations.
        foreach ((JsonNode? configuration, string id) in configurations.DefaultIfEmpty((resource.Properties(), resource.Id)))
        {
            if (configuration.Reference("subnet") is string subnet && subnet.IndexOf(Subnets, StringComparison.OrdinalIgnoreCase) > 0)
            {
                yield return (subnet, id, configuration.Text("privateIPAddress"));
            }
        }
    }

    /// <summary>The private addresses of a subnet that something has.</summary>
    public static HashSet<string> AddressesIn(Subnet subnet, Estate estate) => new(
        estate.Stored.SelectMany(Of).Where(place => string.Equals(place.SubnetId, subnet.Id, StringComparison.OrdinalIgnoreCase)).Select(place => place.Address).OfType<string>(),
        StringComparer.Ordinal);
}
