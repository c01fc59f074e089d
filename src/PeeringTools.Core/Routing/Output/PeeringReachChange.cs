namespace PeeringTools;

/// <summary>What a change does to the way from one subnet to one prefix.</summary>
public sealed class PeeringReachChange
{
    /// <summary>Gained, Lost, Rerouted, or Uncertain where one of the two verdicts is Unknown.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Network and subnet the traffic starts in, for example <c>vnet-spoke-01/snet-app</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Resource id of the subnet it starts in.</summary>
    public string FromSubnetId { get; set; } = "";

    /// <summary>Name of the network, or of the gateway to a network beyond.</summary>
    public string To { get; set; } = "";

    /// <summary>The prefix that is reached, in CIDR notation.</summary>
    public string AddressPrefix { get; set; } = "";

    /// <summary>True where the prefix lies behind a gateway.</summary>
    public bool IsOnPremises { get; set; }

    /// <summary>Next hop type and address before; null where no route leads there.</summary>
    public string? NextHopBefore { get; set; }

    /// <summary>Next hop type and address after; null where no route leads there.</summary>
    public string? NextHopAfter { get; set; }

    /// <summary>Whether it was reached.</summary>
    public PeeringPathVerdict Before { get; set; }

    /// <summary>Whether it will be.</summary>
    public PeeringPathVerdict After { get; set; }

    /// <summary>What stops it or is not known after the change, in words; empty where it is reached.</summary>
    public string Reason { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {From} - {AddressPrefix} ({To})";
}
