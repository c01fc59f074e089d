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

    public static PairScope Of(params ResourceId[] virtualNetworkIds) => new() { VirtualNetworkIds = virtualNetworkIds };
}
