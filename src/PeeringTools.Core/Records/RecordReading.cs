namespace PeeringTools.Records;

/// <summary>What the tags of a pair's networks say: the record, only where its state is Ok, and where it lies.</summary>
internal sealed record RecordReading(PeeringRecordState State, PeeringRecord? Record)
{
    public static readonly RecordReading None = new(PeeringRecordState.None, null);

    /// <summary>The tags behind the state, so that a writer can remove exactly these.</summary>
    public IReadOnlyList<RecordCopy> Copies { get; init; } = [];
}

/// <summary>One tag of ours on one of a pair's networks. The record is null where the value cannot be read.</summary>
internal sealed record RecordCopy(ResourceId VirtualNetworkId, string TagName, string TagValue, PeeringRecord? Record);
