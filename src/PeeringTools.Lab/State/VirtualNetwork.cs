using System.Text.Json;

namespace PeeringTools.Lab.State;

/// <summary>A virtual network with its subnets and its halves of peerings.</summary>
internal sealed class VirtualNetwork
{
    public VirtualNetwork(ResourceGroup group, string name, string location, Guid resourceGuid)
    {
        Group = group;
        Name = name;
        Location = location;
        ResourceGuid = resourceGuid;
        Id = $"{group.Id}/providers/Microsoft.Network/virtualNetworks/{name}";
    }

    public ResourceGroup Group { get; }

    public string Name { get; }

    public string Id { get; }

    public string Location { get; }

    public Guid ResourceGuid { get; }

    public Guid Etag { get; private set; }

    public ProvisioningState ProvisioningState { get; set; } = ProvisioningState.Succeeded;

    /// <summary>Null when never given: the wire then shows no tags at all, not an empty object.</summary>
    public Dictionary<string, string>? Tags { get; set; }

    public AddressSpace AddressSpace { get; set; } = AddressSpace.None;

    public JsonElement? DhcpOptions { get; set; }

    public bool EnableDdosProtection { get; set; }

    public bool EnableVmProtection { get; set; }

    /// <summary>Members of properties that the lab keeps and gives back without looking into them.</summary>
    public List<KeyValuePair<string, JsonElement>> Others { get; set; } = [];

    public List<Subnet> Subnets { get; set; } = [];

    public List<Peering> Peerings { get; } = [];

    /// <summary>The body as last written, and for which members; a list of thousands is then a matter of copying.</summary>
    public (byte[] Body, int Shape)? Cached { get; set; }

    /// <summary>Gives the network, its subnets and its peerings their next etag.</summary>
    public void Touch(IdSource ids)
    {
        Etag = ids.Next();
        Cached = null;
    }

    public Peering? FindPeering(string name) => Peerings.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    public Peering? PeeringTo(string networkId) => Peerings.Find(p => string.Equals(p.RemoteId, networkId, StringComparison.OrdinalIgnoreCase));

    public Subnet? FindSubnet(string name) => Subnets.Find(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}
