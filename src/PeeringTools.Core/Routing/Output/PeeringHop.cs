namespace PeeringTools;

/// <summary>One station on a path: who decides there, by which route, and what the security groups say.</summary>
public sealed class PeeringHop
{
    /// <summary>Forward from source to destination, or Return.</summary>
    public string Direction { get; set; } = "";

    /// <summary>1 for the first hop of its direction.</summary>
    public int Number { get; set; }

    /// <summary>Name of the machine, subnet, appliance or gateway.</summary>
    public string Name { get; set; } = "";

    /// <summary>Resource id of the subnet, interface, firewall or gateway where one is known.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The address the packet is at; null beyond what is modelled.</summary>
    public string? Address { get; set; }

    /// <summary>The prefix of the route that was chosen here; null at the destination.</summary>
    public string? AddressPrefix { get; set; }

    /// <summary>Its next hop type.</summary>
    public string? NextHopType { get; set; }

    /// <summary>Its next hop address.</summary>
    public string? NextHopIpAddress { get; set; }

    /// <summary>Why this route and no other, which flag lets it pass, which rule of which group decides: in words.</summary>
    public string Why { get; set; } = "";

    /// <summary>Pass, Stop or Unknown.</summary>
    public string Outcome { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Direction} {Number} {Name}: {Why}";
}
