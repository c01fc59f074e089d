using System.Text.Json.Nodes;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>One private address of an interface.</summary>
internal sealed record InterfaceAddress(string ConfigurationId, string Text, Cidr Address, string[] ApplicationGroups);

/// <summary>A network interface as traffic sees it: where it stands, its addresses, and what guards it.</summary>
internal sealed class Interface
{
    private Interface(StoredResource resource, Subnet subnet, InterfaceAddress[] addresses)
    {
        Resource = resource;
        Subnet = subnet;
        Addresses = addresses;
    }

    public StoredResource Resource { get; }

    public string Id => Resource.Id;

    public Subnet Subnet { get; }

    public InterfaceAddress[] Addresses { get; }

    public bool Forwards => Resource.Properties().True("enableIPForwarding");

    public string? SecurityGroupId => Resource.Properties().Reference("networkSecurityGroup");

    public static bool Is(StoredResource resource) =>
        resource.Type.Same("Microsoft.Network/networkInterfaces")
        || resource.Type.Same("Microsoft.Compute/virtualMachineScaleSets/virtualMachines/networkInterfaces");

    /// <summary>Null for a resource that is no interface, and for one whose subnet is not there.</summary>
    public static Interface? Of(StoredResource? resource, Estate estate)
    {
        if (resource is null || !Is(resource))
        {
            return null;
        }

        JsonNode[] configurations = [.. resource.Properties().Items("ipConfigurations")];
        Subnet? subnet = configurations.Select(c => estate.SubnetOf(c["properties"].Reference("subnet"))).FirstOrDefault(s => s is not null);
        return subnet is null ? null : new Interface(resource, subnet, [.. configurations.Select(c => Read(resource, c)).OfType<InterfaceAddress>()]);
    }

    public static IEnumerable<Interface> All(Estate estate) => estate.Stored.Select(r => Of(r, estate)).OfType<Interface>();

    private static InterfaceAddress? Read(StoredResource resource, JsonNode configuration)
    {
        JsonNode? properties = configuration["properties"];
        return Cidr.TryParseAddress(properties.Text("privateIPAddress"), out Cidr address)
            ? new InterfaceAddress($"{resource.Id}/ipConfigurations/{configuration.Text("name") ?? "default"}", properties.Text("privateIPAddress")!, address,
                [.. properties.References("applicationSecurityGroups")])
            : null;
    }
}
