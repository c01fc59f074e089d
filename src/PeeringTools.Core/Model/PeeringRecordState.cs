namespace PeeringTools;

/// <summary>What is known of a pair's record: the tag that carries its expiry, owner and ticket.</summary>
public enum PeeringRecordState
{
    /// <summary>No record.</summary>
    None,

    /// <summary>One readable record, bound to this pair. Only such a pair can expire.</summary>
    Ok,

    /// <summary>Two copies that differ.</summary>
    Conflict,

    /// <summary>The tag belongs to another pair: the peering's name was used again.</summary>
    Foreign,

    /// <summary>A tag of ours whose value cannot be read.</summary>
    Unparsable,

    /// <summary>An earlier inventory had a record that is no longer there.</summary>
    Lost,
}
