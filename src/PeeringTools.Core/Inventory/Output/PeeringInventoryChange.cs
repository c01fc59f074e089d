namespace PeeringTools;

/// <summary>One difference between two inventories; with -Ticket also the finding that a pair is as approved.</summary>
public sealed class PeeringInventoryChange
{
    /// <summary>What became of the pair.</summary>
    public PeeringInventoryChangeKind Change { get; set; }

    /// <summary>The pair.</summary>
    public string PairId { get; set; } = "";

    /// <summary>First network by id.</summary>
    public string LocalVirtualNetworkId { get; set; } = "";

    /// <summary>Second network by id.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>The column that changed; null where the pair as a whole is meant.</summary>
    public string? Field { get; set; }

    /// <summary>What the reference says; items of a list are parted by <c>;</c>.</summary>
    public string? From { get; set; }

    /// <summary>What the difference says.</summary>
    public string? To { get; set; }

    /// <summary>The ticket of the pair, in the reference where it has one.</summary>
    public string? Ticket { get; set; }

    /// <summary>With -Ticket: whether this is what was approved. Null without.</summary>
    public bool? AsApproved { get; set; }

    /// <summary>The pair as it is in the difference, with RecordState Lost where its record is; where it is gone, as it was.</summary>
    public PeeringPair Pair { get; set; } = new();

    /// <inheritdoc/>
    public override string ToString() => $"{Change} {Pair.Local.VirtualNetworkName} - {Pair.Remote.VirtualNetworkName} {Field}".TrimEnd();
}
