namespace PeeringTools;

/// <summary>What became of a pair between two inventories.</summary>
public enum PeeringInventoryChangeKind
{
    /// <summary>The pair is not in the reference.</summary>
    Added,

    /// <summary>The pair is not in the difference, and nothing said that it should be gone.</summary>
    Removed,

    /// <summary>A field has another value.</summary>
    Changed,

    /// <summary>The pair had a record with expiry, owner and ticket, and has none any more: for example a deployment overwrote the tags.</summary>
    RecordLost,

    /// <summary>The pair is what it was. Said with -Ticket only.</summary>
    Unchanged,

    /// <summary>The pair's end had come and it is gone, as it should be. Said with -Ticket only.</summary>
    Gone,

    /// <summary>The pair's end has come and it is still there. Said with -Ticket only.</summary>
    Overdue,
}
