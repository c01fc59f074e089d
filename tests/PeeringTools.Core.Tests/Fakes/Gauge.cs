namespace PeeringTools.Fakes;

/// <summary>Measures how many calls of a fake are under way at once; hook it to <see cref="FakeArmNetwork.Before"/>.</summary>
internal sealed class Gauge
{
    private readonly Lock _gate = new();
    private int _now;

    public int Highest { get; private set; }

    /// <summary>Stays long enough for everything that may run beside it to arrive.</summary>
    public async Task MeasureAsync(FakeCall call, CancellationToken cancellationToken)
    {
        lock (_gate) Highest = Math.Max(Highest, ++_now);
        try
        {
            await Task.Delay(20, cancellationToken);
        }
        finally
        {
            lock (_gate) _now--;
        }
    }
}
