using System.Text.Json;

namespace PeeringTools.Lab.State;

/// <summary>A subnet: its prefixes are understood, everything else is kept as it came.</summary>
internal sealed class Subnet
{
    public Subnet(VirtualNetwork parent, string name)
    {
        Parent = parent;
        Name = name;
        Id = $"{parent.Id}/subnets/{name}";
    }

    public VirtualNetwork Parent { get; }

    public string Name { get; }

    public string Id { get; }

    /// <summary>The prefixes, whether they came as addressPrefix or as addressPrefixes.</summary>
    public AddressSpace Prefixes { get; set; } = AddressSpace.None;

    /// <summary>Whether the prefixes are shown as a list.</summary>
    public bool IsList { get; set; }

    /// <summary>What occupies the subnet; server-owned.</summary>
    public List<string> IpConfigurations { get; set; } = [];

    public List<KeyValuePair<string, JsonElement>> Others { get; set; } = [];
}
