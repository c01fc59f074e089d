using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Changes;

/// <summary>
/// A clock that jumps to the next timer whenever nothing else is left to do, so that an hour of waiting takes no time
/// and always comes out the same. All work runs on the thread that calls <see cref="Run"/>.
/// </summary>
internal sealed class SimulatedTime : FakeTimeProvider
{
    private readonly object _lock = new();
    private readonly List<SimulatedTimer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        SimulatedTimer timer = new(this, base.CreateTimer(callback, state, dueTime, period), this.GetUtcNow() + dueTime);
        lock (_lock) _timers.Add(timer);
        return timer;
    }

    public T Run<T>(Func<Task<T>> work)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        using Pump pump = new();
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            Task<T> task = work();
            while (!task.IsCompleted)
            {
                if (pump.TryRun(TimeSpan.Zero)) continue;
                if (this.TryJump()) continue;
                Assert.True(pump.TryRun(TimeSpan.FromSeconds(30)) || task.IsCompleted, "Everything waits for something that never comes.");
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private bool TryJump()
    {
        DateTimeOffset now = this.GetUtcNow();
        DateTimeOffset[] due;
        lock (_lock)
        {
            _ = _timers.RemoveAll(timer => timer.Due <= now);
            due = [.. _timers.Select(timer => timer.Due).Where(d => d < DateTimeOffset.MaxValue)];
        }

        if (due.Length == 0) return false;
        this.SetUtcNow(due.Min());
        return true;
    }

    private void Forget(SimulatedTimer timer)
    {
        lock (_lock) _ = _timers.Remove(timer);
    }

    private sealed class SimulatedTimer(SimulatedTime owner, ITimer inner, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due { get; } = due;

        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

        public void Dispose()
        {
            owner.Forget(this);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            owner.Forget(this);
            return inner.DisposeAsync();
        }
    }

    private sealed class Pump : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<Action> _work = [];

        public override void Post(SendOrPostCallback d, object? state) => _work.Add(() => d(state));

        public bool TryRun(TimeSpan wait)
        {
            if (!_work.TryTake(out Action? work, wait)) return false;
            work();
            return true;
        }

        public void Dispose() => _work.Dispose();
    }
}
