using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Life.Tests.Support;

/// <summary>
/// A clock that jumps to the next timer whenever nothing else is left to do, so that hours of waiting take no time. The
/// work may hop between threads, as the SDK's does: a marker that flows with it counts the threads that run it.
/// </summary>
internal sealed class VirtualTime : FakeTimeProvider
{
    private static readonly AsyncLocal<VirtualTime?> Owner = new(Moved);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The far end of a budget is only jumped to after nothing has moved for a while of real time: a thread may just not have got its turn.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(150);

    private readonly object _lock = new();
    private readonly HashSet<Timer> _timers = [];
    private int _running;

    public VirtualTime()
        : base(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, this.DueIn(dueTime));
        lock (_lock) _ = _timers.Add(timer);
        timer.Inner = base.CreateTimer(callback, state, dueTime, period);
        return timer;
    }

    /// <summary>Runs work to its end. The calling thread moves the clock.</summary>
    public T Run<T>(Func<Task<T>> work)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Task<T> task = this.Begin(work);
            SpinWait spin = default;
            long waitingSince = Environment.TickCount64;
            while (!task.IsCompleted)
            {
                bool isQuiet = this.IsQuiet();
                if (!isQuiet) waitingSince = Environment.TickCount64;
                if (isQuiet && !task.IsCompleted && this.TryJump(Environment.TickCount64 - waitingSince)) waitingSince = Environment.TickCount64;
                else spin.SpinOnce(sleep1Threshold: 50);
                Assert.True(Environment.TickCount64 - waitingSince < Patience.TotalMilliseconds, "Everything waits for something that never comes.");
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private static void Moved(AsyncLocalValueChangedArgs<VirtualTime?> change)
    {
        if (change.PreviousValue is VirtualTime left) _ = Interlocked.Decrement(ref left._running);
        if (change.CurrentValue is VirtualTime entered) _ = Interlocked.Increment(ref entered._running);
    }

    private Task<T> Begin<T>(Func<Task<T>> work)
    {
        Owner.Value = this;
        try
        {
            return work();
        }
        finally
        {
            Owner.Value = null;
        }
    }

    /// <summary>No thread runs the work, and none is about to: looked at twice, because a hop between threads takes a moment.</summary>
    private bool IsQuiet()
    {
        long completed = ThreadPool.CompletedWorkItemCount;
        if (!this.IsIdle()) return false;
        _ = Thread.Yield();
        return this.IsIdle() && completed == ThreadPool.CompletedWorkItemCount;
    }

    private bool IsIdle() => Volatile.Read(ref _running) == 0 && ThreadPool.PendingWorkItemCount == 0;

    private bool TryJump(long quietFor)
    {
        DateTimeOffset now = this.GetUtcNow();
        DateTimeOffset next;
        lock (_lock) next = _timers.Select(timer => timer.Due).Where(due => due > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        if (next == DateTimeOffset.MaxValue || (next - now > Far && quietFor < Stillness.TotalMilliseconds)) return false;
        this.SetUtcNow(next);
        return true;
    }

    private DateTimeOffset DueIn(TimeSpan span) => span < TimeSpan.Zero ? DateTimeOffset.MaxValue : this.GetUtcNow() + span;

    private sealed class Timer(VirtualTime owner, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = due;

        public ITimer? Inner { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = owner.DueIn(dueTime);
            return Inner!.Change(dueTime, period);
        }

        public void Dispose()
        {
            lock (owner._lock) _ = owner._timers.Remove(this);
            Inner?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            this.Dispose();
            return default;
        }
    }
}
