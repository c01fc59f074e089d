namespace PeeringTools.Records;

/// <summary>What a pair's tag says: how long it lives, for whom and why. The one place where a pair can carry such words.</summary>
internal sealed record PeeringRecord
{
    /// <summary>The pair it speaks of; a record under a reused name is told apart by it.</summary>
    public required string PairId { get; init; }

    /// <summary>When the pair ends, in UTC and whole seconds.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string? Owner { get; init; }

    public string? Ticket { get; init; }

    /// <summary>When the pair was made, in UTC and whole seconds.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>
    /// The sides that let traffic through before the pair was parked; null while it is not. Local and Remote are the
    /// sides in order of their ids here, whatever way the pair was looked at when it was written: Orientation.ById turns
    /// one into the other.
    /// </summary>
    public PeeringDirection? Parked { get; init; }
}
