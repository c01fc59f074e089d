namespace PeeringTools;

/// <summary>What a run read of one subscription.</summary>
public sealed class PeeringCoverage
{
    /// <summary>The subscription.</summary>
    public string SubscriptionId { get; set; } = "";

    /// <summary>Seen, Partial, Denied or Throttled.</summary>
    public string State { get; set; } = "";

    /// <summary>How many virtual networks were read.</summary>
    public int Networks { get; set; }

    /// <summary>Why it is not all of them; null where it is.</summary>
    public string? Reason { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{SubscriptionId}: {State}, {Networks}";
}
