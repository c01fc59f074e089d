using PeeringTools.Changes;

namespace PeeringTools.Pipeline;

/// <summary>Says what Ctrl+C cut off. The pipeline takes nothing more by then, so the host itself is told.</summary>
internal static class Interruption
{
    public static void Announce(PeeringCommand command)
    {
        if (!command.IsStopping) return;
        foreach (PeeringError unfinished in InterruptionLog.Process.Last)
            command.Host.UI?.WriteWarningLine($"{unfinished.Message} {unfinished.Action}");
    }
}
