using System.Collections.Concurrent;

namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>The machine's clock, on which every wait is over at once and has taken its time.</summary>
internal sealed class HurryingClock : TimeProvider
{
    private long _ahead;

    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        Interlocked.Add(ref _ahead, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
