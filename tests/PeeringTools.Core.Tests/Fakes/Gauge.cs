namespace PeeringTools.Fakes;

/// <summary>
/// Measures how many calls of one name are under way at once; hook it to <see cref="FakeArmNetwork.Before"/>. The first
/// calls wait until the expected number has come, so that a slow machine measures the same, and a little longer for one too many.
/// </summary>
internal sealed class Gauge(string name, int expected)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _now;

    public int Highest { get; private set; }

    public async Task MeasureAsync(FakeCall call, CancellationToken cancellationToken)
    {
        if (call.Name != name) return;
        lock (_gate) Highest = Math.Max(Highest, ++_now);
        if (Highest >= expected) _ = _reached.TrySetResult();
        await Task.WhenAny(_reached.Task, Task.Delay(TimeSpan.FromMinutes(2), cancellationToken));
        await Task.Delay(10, cancellationToken);
        lock (_gate) _now--;
    }
}
