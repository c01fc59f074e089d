namespace PeeringTools.Changes;

/// <summary>What a request asks of the pair's record. Null means: not given.</summary>
internal sealed record RecordWish
{
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>Given where the end was not given as a date but as a time from now on.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Takes the expiry away and keeps the rest.</summary>
    public bool NoExpiration { get; init; }

    public string? Owner { get; init; }

    public string? Ticket { get; init; }

    public bool IsGiven => ExpiresOn is not null || NoExpiration || Owner is not null || Ticket is not null;
}
