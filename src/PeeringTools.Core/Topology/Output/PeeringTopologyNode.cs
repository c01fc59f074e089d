namespace PeeringTools;

/// <summary>A virtual network in a topology, with what stands in it as far as that was read.</summary>
public sealed class PeeringTopologyNode
{
    /// <summary>Resource id of the network.</summary>
    public string VirtualNetworkId { get; set; } = "";

    /// <summary>Name of the network.</summary>
    public string Name { get; set; } = "";

    /// <summary>Resource group of the network.</summary>
    public string ResourceGroupName { get; set; } = "";

    /// <summary>Subscription of the network.</summary>
    public string SubscriptionId { get; set; } = "";

    /// <summary>Tenant of the subscription; null where it is not known.</summary>
    public string? TenantId { get; set; }

    /// <summary>Region; null where it is not known.</summary>
    public string? Location { get; set; }

    /// <summary>What it is among its peers.</summary>
    public PeeringTopologyRole Role { get; set; }

    /// <summary>Number of its component; 0 where it is peered with nobody.</summary>
    public int Component { get; set; }

    /// <summary>How many networks it is peered with.</summary>
    public int Peers { get; set; }

    /// <summary>Ids of the hubs it is peered with: first the one whose gateway it uses, then the one with the most peers.</summary>
    public string[] HubIds { get; set; } = [];

    /// <summary>Its prefixes; empty where they are not known.</summary>
    public string[] AddressSpace { get; set; } = [];

    /// <summary>False where the network could not be read: what is said of it is what its peers say.</summary>
    public bool IsVisible { get; set; } = true;

    /// <summary>True where the network is proven deleted while a peer still points to it.</summary>
    public bool IsGone { get; set; }

    /// <summary>Names of its gateways and Route Servers.</summary>
    public string[] Gateways { get; set; } = [];

    /// <summary>Names of its Azure Firewalls.</summary>
    public string[] Firewalls { get; set; } = [];

    /// <summary>Names of its machines with a forwarding interface: network virtual appliances.</summary>
    public string[] Appliances { get; set; } = [];

    /// <summary>The DNS servers it uses; empty where Azure's own answers.</summary>
    public string[] DnsServers { get; set; } = [];

    /// <summary>How many other networks use a DNS server that stands in this one.</summary>
    public int ResolvesFor { get; set; }

    /// <summary>Names of the private DNS zones linked to it.</summary>
    public string[] DnsZones { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Role})";
}
