using System.Collections.Concurrent;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>Keeps what work said.</summary>
internal sealed class RecordingReporter : IReporter
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public void Verbose(string text) => Lines.Enqueue(text);

    public void Warning(string text) => Lines.Enqueue(text);

    public void Error(PeeringError error) => Lines.Enqueue(error.ToString());

    public void Progress(WorkProgress progress) => Lines.Enqueue(progress.ToString());
}
