namespace PeeringTools.Pairs;

/// <summary>What a scan reads. With networks named, those; else the group or the whole of the subscriptions; without subscriptions, the defaults.</summary>
internal sealed record PairScope
{
    /// <summary>Everything the connections' defaults hold, or else everything they see.</summary>
    public static readonly PairScope Everything = new();

    /// <summary>Networks asked for: each is Local in its pairs, and of two that are both asked for the first one is.</summary>
    public IReadOnlyList<ResourceId> VirtualNetworkIds { get; init; } = [];

    /// <summary>A group's name, looked for in each of the subscriptions.</summary>
    public string? ResourceGroupName { get; init; }

    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    /// <summary>Where the networks of the scope come from: <see cref="PairBuilder.ResourceManager"/> or <see cref="PairBuilder.ResourceGraph"/>.</summary>
    public string Source { get; init; } = PairBuilder.ResourceManager;

    /// <summary>A management group, instead of subscriptions. Only Resource Graph can be asked for one.</summary>
    public string? ManagementGroupId { get; init; }

    /// <summary>Reads live what Resource Graph's copy cannot decide: pairs that it shows as Disconnected or without their other network.</summary>
    public bool RereadsDoubtful { get; init; }

    public bool IsGraph => Source == PairBuilder.ResourceGraph || ManagementGroupId is not null;

    public static PairScope Of(params ResourceId[] virtualNetworkIds) => new() { VirtualNetworkIds = virtualNetworkIds };
}
