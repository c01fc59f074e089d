namespace PeeringTools.Azure.Wire;

/// <summary>Waiting by a connection's own clock.</summary>
internal static class ClockDelay
{
    public static Task WaitAsync(this TimeProvider clock, TimeSpan span, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (span <= TimeSpan.Zero) return Task.CompletedTask;
#if NET
        return Task.Delay(span, clock, cancellationToken);
#else
        return clock.Delay(span, cancellationToken);
#endif
    }
}
