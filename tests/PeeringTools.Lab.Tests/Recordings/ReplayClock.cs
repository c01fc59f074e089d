using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>
/// The Lab's time during a replay: the recorded Date of each call, plus what the Lab's operations took longer. Azure
/// needs between nothing and ten seconds for the same write, the Lab always the same time.
/// </summary>
internal sealed class ReplayClock(DateTimeOffset start)
{
    private readonly FakeTimeProvider _time = new(start);
    private TimeSpan _late = TimeSpan.Zero;

    public TimeProvider Time => _time;

    public void MoveTo(RecordedCall call)
    {
        if (call.Date + _late is { } now && now > _time.GetUtcNow()) _time.SetUtcNow(now);
    }

    /// <summary>Everything recorded after this moment happens that much later in the Lab.</summary>
    public void FallBehind(TimeSpan by)
    {
        _late += by;
        _time.Advance(by);
    }
}
