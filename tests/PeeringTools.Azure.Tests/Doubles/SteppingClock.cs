using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>A clock on which every wait is over at once and has taken exactly its time.</summary>
internal sealed class SteppingClock : FakeTimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public SteppingClock()
        : base(Beginning)
    {
    }

    /// <summary>Every wait, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>Called before a wait ends, for example to cancel in the midst of it. False lets it never end.</summary>
    public Func<TimeSpan, bool> OnWait { get; set; } = _ => true;

    public TimeSpan Elapsed => this.GetUtcNow() - Beginning;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Waits.Enqueue(dueTime);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            if (OnWait(dueTime)) this.Advance(dueTime);
        });
        return timer;
    }
}
