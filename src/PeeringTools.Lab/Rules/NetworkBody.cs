using System.Text.Json;
using PeeringTools.Lab.Json;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>What a PUT says about a network: all of it, what is absent is gone, except the peerings.</summary>
internal sealed class NetworkBody
{
    private static readonly string[] Understood =
        ["provisioningState", "resourceGuid", "addressSpace", "dhcpOptions", "subnets", "virtualNetworkPeerings", "enableDdosProtection", "enableVmProtection", "flowLogs"];

    public string? Location { get; private set; }

    public Dictionary<string, string>? Tags { get; private set; }

    public AddressSpace AddressSpace { get; private set; } = AddressSpace.None;

    public JsonElement? DhcpOptions { get; private set; }

    public List<SubnetBody> Subnets { get; private set; } = [];

    public List<(string Name, StrictBody Body)> Peerings { get; private set; } = [];

    public bool EnableDdosProtection { get; private set; }

    public bool EnableVmProtection { get; private set; }

    public List<KeyValuePair<string, JsonElement>> Others { get; private set; } = [];

    public static NetworkBody Read(StrictBody body, ResourceGroup group, string name)
    {
        body.Only("VirtualNetwork", KnownMembers.Resource);
        StrictBody? properties = body.Child("properties")?.Only("VirtualNetworkProperties", KnownMembers.Network);
        StrictBody? space = properties?.Child("addressSpace")?.Only("AddressSpace", ["addressPrefixes", "ipamPoolPrefixAllocations"]);
        string id = $"{group.Id}/providers/Microsoft.Network/virtualNetworks/{name}";
        NetworkBody read = new()
        {
            Location = Region.Normal(body.Element.Member("location").Text()),
            Tags = body.Element.Member("tags") is JsonElement tags ? TagRules.Read(tags) : null,
            AddressSpace = new AddressSpace(space?.Element.Member("addressPrefixes").Texts() ?? []),
            DhcpOptions = properties?.Child("dhcpOptions")?.Only("DhcpOptions", ["dnsServers"]).Element,
            EnableDdosProtection = properties?.Flag("enableDdosProtection", absent: false) ?? false,
            EnableVmProtection = properties?.Flag("enableVmProtection", absent: false) ?? false,
            Subnets = [.. (properties?.Children("subnets") ?? []).Select(s => SubnetBody.Read(s, null, id))],
            Peerings = [.. (properties?.Children("virtualNetworkPeerings") ?? []).Select(p => (NameOf(p), p))],
            Others = Kept(properties?.Element, Understood),
        };
        return read;
    }

    /// <summary>The members that the lab keeps without understanding them.</summary>
    public static List<KeyValuePair<string, JsonElement>> Kept(JsonElement? properties, string[] except) =>
        properties is { ValueKind: JsonValueKind.Object } p
            ? [.. p.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null && !except.Contains(m.Name, StringComparer.OrdinalIgnoreCase)).Select(m => new KeyValuePair<string, JsonElement>(m.Name, m.Value.Clone()))]
            : [];

    public void ApplyTo(VirtualNetwork network)
    {
        network.Tags = Tags;
        network.AddressSpace = network.AddressSpace.SameAs(AddressSpace) ? network.AddressSpace : AddressSpace;
        network.DhcpOptions = DhcpOptions;
        network.EnableDdosProtection = EnableDdosProtection;
        network.EnableVmProtection = EnableVmProtection;
        network.Others = Others;
        network.Subnets = [.. Subnets.Select(s => s.ToSubnet(network))];
    }

    private static string NameOf(StrictBody child) =>
        child.Element.Member("name").Text() ?? throw StrictBody.Unreadable("MissingName", $"Value for name is missing. Path {child.Path}.name.");
}
