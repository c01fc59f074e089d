namespace PeeringTools.Changes;

/// <summary>How a run goes about its work.</summary>
internal sealed record ChangeOptions
{
    /// <summary>Changes of unrelated pairs that run at one time.</summary>
    public int ThrottleLimit { get; init; } = 8;

    /// <summary>What one pair may take from its first write to its last check. Waiting for its turn does not count.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After how long no further pair is begun, counted from the run's own beginning; null for never.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>What taking back a failed change may take; its own, because the first budget may be what failed.</summary>
    public TimeSpan RollbackTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What the one read after an interruption may take.</summary>
    public TimeSpan LastReadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A number from 0 to 1, so that many callers do not come back at one moment.</summary>
    public Func<double> Jitter { get; init; } = NextRandom;

    private static double NextRandom()
    {
#if NET
        return Random.Shared.NextDouble();
#else
        return new Random(Guid.NewGuid().GetHashCode()).NextDouble();
#endif
    }
}
