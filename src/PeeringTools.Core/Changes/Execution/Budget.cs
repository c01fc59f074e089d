namespace PeeringTools.Changes;

/// <summary>How long one pair may still take, waiting included.</summary>
internal sealed class Budget(TimeProvider clock, TimeSpan total)
{
    private readonly long _start = clock.GetTimestamp();

    public TimeProvider Clock { get; } = clock;

    public TimeSpan Total { get; } = total;

    public TimeSpan Left
    {
        get
        {
            TimeSpan left = Total - Clock.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
