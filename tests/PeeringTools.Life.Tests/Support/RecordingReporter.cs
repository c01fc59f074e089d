using System.Collections.Concurrent;
using PeeringTools.Ports;

namespace PeeringTools.Life.Tests.Support;

/// <summary>Keeps what work said.</summary>
internal sealed class RecordingReporter : IReporter
{
    public ConcurrentQueue<string> Verboses { get; } = new();

    public ConcurrentQueue<WorkProgress> Progresses { get; } = new();

    public void Verbose(string text) => Verboses.Enqueue(text);

    public void Warning(string text) => Verboses.Enqueue("WARNING " + text);

    public void Error(PeeringError error) => Verboses.Enqueue("ERROR " + error.Message);

    public void Progress(WorkProgress progress) => Progresses.Enqueue(progress);
}
