namespace PeeringTools.Changes;

/// <summary>Waiting by a given clock, which .NET Framework and .NET spell differently.</summary>
internal static class ClockExtensions
{
    public static Task DelayAsync(this TimeProvider clock, TimeSpan span, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(span, clock, cancellationToken);
#else
        clock.Delay(span, cancellationToken);
#endif

    /// <summary>A source that cancels itself after a span of the given clock.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider clock, TimeSpan span) =>
#if NET
        new(span, clock);
#else
        clock.CreateCancellationTokenSource(span);
#endif
}
