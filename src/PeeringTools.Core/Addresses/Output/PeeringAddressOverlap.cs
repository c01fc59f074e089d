namespace PeeringTools;

/// <summary>Two networks that cannot be peered, and can never meet behind one hub, because they share addresses.</summary>
public sealed class PeeringAddressOverlap
{
    /// <summary>The wider of the two prefixes, or either where they are equal.</summary>
    public string AddressPrefix { get; set; } = "";

    /// <summary>Resource id of the network that has it.</summary>
    public string VirtualNetworkId { get; set; } = "";

    /// <summary>Name of that network.</summary>
    public string VirtualNetworkName { get; set; } = "";

    /// <summary>The prefix that lies in it.</summary>
    public string OtherAddressPrefix { get; set; } = "";

    /// <summary>Resource id of the network that has this one.</summary>
    public string OtherVirtualNetworkId { get; set; } = "";

    /// <summary>Name of that network.</summary>
    public string OtherVirtualNetworkName { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{VirtualNetworkName} {AddressPrefix} - {OtherVirtualNetworkName} {OtherAddressPrefix}";
}
