using System.Globalization;

namespace PeeringTools.Pipeline;

/// <summary>Says where gateways, firewalls and the like may be missing in a topology, because they could not be read.</summary>
internal static class SurroundingsReport
{
    public static void Warn(PipelineWorker worker, PeeringTopology topology)
    {
        if (topology.SurroundingsUnread.Length == 0) return;
        foreach (string line in topology.SurroundingsUnread) worker.Verbose(line);
        IEnumerable<string> places = topology.SurroundingsUnread.Select(line => line.Substring(0, line.IndexOf(':')));
        worker.Warning(string.Format(CultureInfo.InvariantCulture, Messages.SurroundingsUnread, string.Join("; ", places)));
    }
}
