namespace PeeringTools.Changes;

/// <summary>One write, with what must be found before it and what takes it back.</summary>
internal sealed record ChangeStep
{
    public required StepKind Kind { get; init; }

    /// <summary>The side, or the side whose network carries the tag.</summary>
    public required Half Half { get; init; }

    /// <summary>The peering, or the network that carries the tag.</summary>
    public required ResourceId TargetId { get; init; }

    /// <summary>What the side must read right before the write; null where it must not exist, and for tags.</summary>
    public SideState? Before { get; init; }

    /// <summary>The members written, and no other.</summary>
    public PeeringSettings Settings { get; init; } = new();

    /// <summary>The record's tag: its name, what it holds before and after. Null stands for no tag.</summary>
    public string? TagName { get; init; }

    public string? TagBefore { get; init; }

    public string? TagAfter { get; init; }

    public bool IsTag => Kind is StepKind.MergeTag or StepKind.DeleteTag;
}
