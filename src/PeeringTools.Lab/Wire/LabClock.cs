namespace PeeringTools.Lab.Wire;

/// <summary>The options' clock, shifted.</summary>
internal sealed class LabClock : TimeProvider
{
    private readonly LabOptions _options;
    private long _offset;

    public LabClock(LabOptions options) => _options = options;

    public override TimeZoneInfo LocalTimeZone => _options.TimeProvider.LocalTimeZone;

    public override long TimestampFrequency => _options.TimeProvider.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _options.TimeProvider.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => _options.TimeProvider.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _options.TimeProvider.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
