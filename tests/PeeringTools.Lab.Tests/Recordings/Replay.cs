using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>Sends one recorded session to a fresh lab, in the order of its dates, and compares every answer.</summary>
internal sealed class Replay : IDisposable
{
    private readonly ReplayClock _clock;
    private readonly ReplayLab _lab;
    private readonly Surroundings _surroundings;
    private readonly StartedOperations _operations = new();
    private readonly Comparison _comparison;
    private readonly List<string> _outside = [];
    private int _sent;

    private Replay(Recording recording)
    {
        _clock = new ReplayClock(recording.Calls[0].Date ?? DateTimeOffset.UnixEpoch);
        _lab = new ReplayLab(_clock.Time);
        _surroundings = new Surroundings(recording, _lab);
        _comparison = new Comparison(recording.Name);
    }

    public static async Task<ReplayReport> RunAsync(Recording recording, CancellationToken cancel)
    {
        using Replay replay = new(recording);
        foreach (RecordedCall call in recording.Calls) await replay.StepAsync(call, cancel);
        return replay.Report();
    }

    public void Dispose() => _lab.Dispose();

    private async Task StepAsync(RecordedCall call, CancellationToken cancel)
    {
        string kind = RequestKind.Of(call);
        if (!RequestKind.Compared.Contains(kind) && !_operations.Polls(call))
        {
            _outside.Add(kind);
            return;
        }

        _clock.MoveTo(call);
        await _surroundings.AppearAsync(call, cancel);
        Answer answer = await SendAsync(call, cancel);
        _operations.Learn(call.Answer, answer);
        _comparison.Compare(call, answer);
        _sent++;
    }

    /// <summary>Where Azure had ended and the Lab has not, the Lab is asked once more, after the Retry-After it names.</summary>
    private async Task<Answer> SendAsync(RecordedCall call, CancellationToken cancel)
    {
        Answer answer = await AskAsync(call, cancel);
        if (!Running(answer) || Running(call.Answer) || answer.RetryAfter is not { } wait) return answer;

        _clock.FallBehind(wait);
        _comparison.PolledAgain(call, wait);
        return await AskAsync(call, cancel);
    }

    private Task<Answer> AskAsync(RecordedCall call, CancellationToken cancel) =>
        _lab.SendAsync(call.Method, _operations.Translate(call), call.RequestBody, cancel);

    private static bool Running(Answer answer) => (answer.Body as JsonObject)?["status"] is JsonValue status && (string?)status == "InProgress";

    private ReplayReport Report() => new(
        _sent,
        _comparison.Members,
        _comparison.Differences,
        [.. _outside.CountBy(kind => kind).Select(group => OutsideTheComparison.Line(group.Key, group.Value))],
        _comparison.LeftOut);
}
