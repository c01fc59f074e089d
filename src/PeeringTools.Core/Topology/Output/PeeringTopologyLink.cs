namespace PeeringTools;

/// <summary>
/// A pair in a topology. Its sides are in order of their ids; the flags name the side objects that carry them.
/// </summary>
public sealed class PeeringTopologyLink
{
    /// <summary>The pair.</summary>
    public string PairId { get; set; } = "";

    /// <summary>First network by id.</summary>
    public string LocalVirtualNetworkId { get; set; } = "";

    /// <summary>Name of the first network.</summary>
    public string LocalVirtualNetworkName { get; set; } = "";

    /// <summary>Second network by id.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>Name of the second network.</summary>
    public string RemoteVirtualNetworkName { get; set; } = "";

    /// <summary>The state of the pair as a whole.</summary>
    public PeeringPairStatus Status { get; set; }

    /// <summary>The worse of both sides' sync levels; null where no side tells one.</summary>
    public string? SyncLevel { get; set; }

    /// <summary>Which side's peering does not exist.</summary>
    public PeeringDirection MissingSide { get; set; }

    /// <summary>
    /// What the health rules say where they were asked; otherwise what the pair's own state says: Broken where it is not Connected or
    /// not in sync, Unknown where its other network could not be read.
    /// </summary>
    public PeeringHealthVerdict Verdict { get; set; }

    /// <summary>The sides that let the two networks reach each other.</summary>
    public PeeringDirection AllowVirtualNetworkAccess { get; set; }

    /// <summary>The sides that accept forwarded traffic from the other network.</summary>
    public PeeringDirection AllowForwardedTraffic { get; set; }

    /// <summary>The sides that share their gateway.</summary>
    public PeeringDirection AllowGatewayTransit { get; set; }

    /// <summary>The sides that use the other network's gateway.</summary>
    public PeeringDirection UseRemoteGateways { get; set; }

    /// <summary>The sides with a route table that sends traffic to an appliance's address in the other network; None where route tables were not read.</summary>
    public PeeringDirection RoutesThroughPeer { get; set; }

    /// <summary>True where two networks that are peered with one hub are peered directly as well, so that their traffic passes it by.</summary>
    public bool BypassesHub { get; set; }

    /// <summary>True between two regions; null where a region is not known.</summary>
    public bool? IsGlobal { get; set; }

    /// <summary>True between two subscriptions.</summary>
    public bool IsCrossSubscription { get; set; }

    /// <summary>True between two tenants; null where a tenant is not known.</summary>
    public bool? IsCrossTenant { get; set; }

    /// <summary>The service that owns the pair; null when nothing does.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>When the pair's record says that it ends, in UTC.</summary>
    public DateTime? ExpiresOn { get; set; }

    /// <summary>True where the record can be trusted and that end has come or comes within 30 days.</summary>
    public bool IsExpiring { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LocalVirtualNetworkName} - {RemoteVirtualNetworkName} ({Status})";
}
