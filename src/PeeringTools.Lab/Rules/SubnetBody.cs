using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>What a PUT says about a subnet.</summary>
internal sealed class SubnetBody
{
    private static readonly string[] Understood = ["provisioningState", "addressPrefix", "addressPrefixes", "ipConfigurations"];

    private SubnetBody(string name, string id, AddressSpace prefixes, bool isList, List<KeyValuePair<string, JsonElement>> others)
    {
        Name = name;
        Id = id;
        Prefixes = prefixes;
        IsList = isList;
        Others = others;
    }

    public string Name { get; }

    public string Id { get; }

    public AddressSpace Prefixes { get; }

    public bool IsList { get; }

    public List<KeyValuePair<string, JsonElement>> Others { get; }

    public static SubnetBody Read(StrictBody body, string? name, string networkId)
    {
        body.Only("Subnet", KnownMembers.Child);
        name ??= body.Element.Member("name").Text() ?? throw StrictBody.Unreadable("MissingName", $"Value for name is missing. Path {body.Path}.name.");
        ResourceNames.Check(name);
        StrictBody? properties = body.Child("properties")?.Only("SubnetProperties", KnownMembers.Subnet);
        string? single = properties?.Element.Member("addressPrefix").Text();
        string[] prefixes = single is not null ? [single] : properties?.Element.Member("addressPrefixes").Texts() ?? [];
        return new SubnetBody(name, $"{networkId}/subnets/{name}", new AddressSpace(prefixes), single is null && prefixes.Length > 0, NetworkBody.Kept(properties?.Element, Understood));
    }

    /// <summary>A subnet that is there, as if it had been sent again.</summary>
    public static SubnetBody Of(Subnet subnet) => new(subnet.Name, subnet.Id, subnet.Prefixes, subnet.IsList, subnet.Others);

    /// <summary>The subnet in its network; what occupies it is the server's knowledge and survives.</summary>
    public Subnet ToSubnet(VirtualNetwork network) => new(network, network.FindSubnet(Name)?.Name ?? Name)
    {
        Prefixes = Prefixes,
        IsList = IsList,
        Others = Others,
        IpConfigurations = network.FindSubnet(Name)?.IpConfigurations ?? [],
    };
}
