using System.Collections.Concurrent;
using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <summary>Keeps what work said, for a test to look at.</summary>
internal sealed class RecordingReporter : IReporter
{
    public ConcurrentQueue<string> Verboses { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<PeeringError> Errors { get; } = new();

    public ConcurrentQueue<WorkProgress> Progresses { get; } = new();

    public void Verbose(string text) => Verboses.Enqueue(text);

    public void Warning(string text) => Warnings.Enqueue(text);

    public void Error(PeeringError error) => Errors.Enqueue(error);

    public void Progress(WorkProgress progress) => Progresses.Enqueue(progress);
}
