namespace PeeringTools.Policy;

/// <summary>One end of a pair as a policy looks at it.</summary>
internal sealed record PolicySide
{
    public required string VirtualNetworkId { get; init; }

    public required string Name { get; init; }

    public string ResourceGroupName { get; init; } = "";

    public string SubscriptionId { get; init; } = "";

    /// <summary>Null where it is not known.</summary>
    public string? Region { get; init; }

    /// <summary>The network's tags; null where they were not read, as with a pair from an inventory.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The side's members; null where the side does not exist or cannot be read.</summary>
    public PeeringSettings? Settings { get; init; }
}
