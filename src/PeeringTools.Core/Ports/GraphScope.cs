namespace PeeringTools.Ports;

/// <summary>What one query to Resource Graph looks at: some subscriptions, or all in and below a management group.</summary>
internal sealed record GraphScope
{
    /// <summary>How many subscriptions one query names; Azure advises groups of this size.</summary>
    public const int MaximumSubscriptions = 300;

    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    /// <summary>The group's own id, without the path before it; null where subscriptions are named.</summary>
    public string? ManagementGroupId { get; init; }

    public override string ToString() => ManagementGroupId ?? string.Join(", ", SubscriptionIds);
}
