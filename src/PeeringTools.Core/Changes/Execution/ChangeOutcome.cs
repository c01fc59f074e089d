namespace PeeringTools.Changes;

/// <summary>What became of one request: the object its cmdlet returns, and what went wrong.</summary>
internal sealed record ChangeOutcome
{
    public required ChangePlan Plan { get; init; }

    /// <summary>The live re-read pair of New, Set and Repair; null where it could not be made or read.</summary>
    public PeeringPair? Pair { get; init; }

    public PeeringSyncResult? Sync { get; init; }

    /// <summary>The receipt of a Remove that deleted something.</summary>
    public PeeringRemoval? Removal { get; init; }

    public IReadOnlyList<PeeringError> Errors { get; init; } = [];

    /// <summary>Why the plan was good and yet not begun, in words; null where it was.</summary>
    public string? Held { get; init; }

    /// <summary>True where the run's time was spent before this plan's turn.</summary>
    public bool IsRemaining { get; init; }

    /// <summary>True when something was written and still stands.</summary>
    public bool Changed { get; init; }

    /// <summary>True when the caller stopped the run before this request was finished.</summary>
    public bool Interrupted { get; init; }
}
