namespace PeeringTools;

/// <summary>
/// A network between others that are not peered themselves. People may think that its peers reach each other through it; peering alone
/// never does that.
/// </summary>
public sealed class PeeringTransit
{
    /// <summary>Id of the network in the middle.</summary>
    public string ViaVirtualNetworkId { get; set; } = "";

    /// <summary>Name of the network in the middle.</summary>
    public string ViaVirtualNetworkName { get; set; } = "";

    /// <summary>How many couples of its peers are not peered with each other.</summary>
    public long Couples { get; set; }

    /// <summary>
    /// How many of them the flags would let through if something forwarded in the middle: both pairs Connected, and both outer sides accept
    /// forwarded traffic. Whether routes lead there is Test-PeeringPath's question.
    /// </summary>
    public long Open { get; set; }

    /// <summary>What could forward in the middle: firewalls and appliances. Empty where there is none, or where it was not read.</summary>
    public string[] Forwarders { get; set; } = [];

    /// <summary>The first of the couples, for example <c>vnet-a - vnet-c</c>.</summary>
    public string Example { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Couples} couples through {ViaVirtualNetworkName}, for example {Example}";
}
