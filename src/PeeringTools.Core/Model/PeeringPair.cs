namespace PeeringTools;

/// <summary>
/// A peering as people mean it: one object for an unordered couple of virtual networks, with both sides' own state inside.
/// </summary>
/// <remarks>Settable throughout, with a constructor without parameters, so that it survives Export-Clixml, jobs and remoting.</remarks>
public sealed class PeeringPair
{
    /// <summary>First 12 hex digits of the SHA-256 over both virtual network ids, lower case, sorted.</summary>
    public string PairId { get; set; } = "";

    /// <summary>The state of the pair as a whole.</summary>
    public PeeringPairStatus Status { get; set; }

    /// <summary>The worse of both sides' sync levels; null where no side tells one.</summary>
    public string? SyncLevel { get; set; }

    /// <summary>Which side's peering does not exist: None, Local or Remote. A side that cannot be read is not called missing.</summary>
    public PeeringDirection MissingSide { get; set; }

    /// <summary>The first side: by id in a scan, the network asked for when <see cref="Oriented"/>.</summary>
    public PeeringSide Local { get => field ??= new(); set; }

    /// <summary>The second side.</summary>
    public PeeringSide Remote { get => field ??= new(); set; }

    /// <summary>True when the two networks lie in different regions; null where a region is not known.</summary>
    public bool? IsGlobal { get; set; }

    /// <summary>True when the two networks lie in different subscriptions.</summary>
    public bool IsCrossSubscription { get; set; }

    /// <summary>True when the two networks lie in different tenants; null where a tenant is not known.</summary>
    public bool? IsCrossTenant { get; set; }

    /// <summary>What owns this pair and would undo our changes: NetworkManager, VirtualWan, Databricks; null when nothing does.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>What <see cref="ManagedBy"/> was concluded from.</summary>
    public string? ManagedEvidence { get; set; }

    /// <summary>When the pair's record says that it ends, in UTC: a DateTime, because jobs and files bring those back whole.</summary>
    public DateTime? ExpiresOn { get; set; }

    /// <summary>Who answers for the pair, from its record.</summary>
    public string? Owner { get; set; }

    /// <summary>The change or request it belongs to, from its record.</summary>
    public string? Ticket { get; set; }

    /// <summary>What is known of the record.</summary>
    public PeeringRecordState RecordState { get; set; }

    /// <summary>What a New call asked for and found otherwise without touching it, in words.</summary>
    public string[] Differences { get; set; } = [];

    /// <summary>True when the call that returned this object wrote something.</summary>
    public bool Changed { get; set; }

    /// <summary>Where the object was read: ResourceManager, ResourceGraph, Inventory; with <c>LAB </c> before it for the lab.</summary>
    public string Source { get; set; } = "";

    /// <summary>When it was read, in UTC.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>True when Local is the network the caller named; false when the sides are merely in order of their ids.</summary>
    public bool Oriented { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Local.VirtualNetworkName} - {Remote.VirtualNetworkName} ({Status})";
}
