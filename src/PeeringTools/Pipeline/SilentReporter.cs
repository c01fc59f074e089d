using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>For the few calls made while parameters are still being bound, when nothing can be written yet.</summary>
internal sealed class SilentReporter : IReporter
{
    public static SilentReporter Instance { get; } = new();

    public void Verbose(string text) { }

    public void Warning(string text) { }

    public void Error(PeeringError error) { }

    public void Progress(WorkProgress progress) { }
}
