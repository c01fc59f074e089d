using System.Globalization;
using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Pipeline;

/// <summary>
/// Says at the end of a scan what was read. ARM leaves out silently what an identity may not read, so a list that came to
/// its end is believed only where the right to read all of it is proven.
/// </summary>
internal sealed class CoverageReport(NetworkAccess access, PipelineWorker worker)
{
    private static readonly string[] Tags = ["Coverage"];

    /// <summary>Everything to the Information stream, and one warning where networks may be missing without a word.</summary>
    public async Task WriteAsync(Coverage coverage, PairScope scope)
    {
        // What was not read at all has been an error already, and within a group the rights at the subscription say nothing.
        HashSet<string> ended = new(SubscriptionsOf(coverage, CoverageState.Seen), StringComparer.OrdinalIgnoreCase);
        if (scope.ResourceGroupName is null) await new CoverageCheck(access).RunAsync(coverage, scope, worker.Stopping).ConfigureAwait(false);
        await InformAsync(coverage, worker).ConfigureAwait(false);
        string[] doubtful = [.. SubscriptionsOf(coverage, CoverageState.Partial).Where(ended.Contains)];
        if (doubtful.Length > 0)
            worker.Warning(Fill(Messages.CoveragePartial, doubtful.Length, coverage.Entries.Count, string.Join(", ", doubtful)));
    }

    /// <summary>What was read of each subscription, to whoever listens to the Information stream.</summary>
    public static async Task InformAsync(Coverage coverage, PipelineWorker worker)
    {
        foreach (CoverageEntry entry in coverage.Entries)
            await worker.InformAsync(Fill(Messages.CoverageEntry, entry.SubscriptionId, entry.State, entry.Networks, entry.Reason), Tags).ConfigureAwait(false);
    }

    private static IEnumerable<string> SubscriptionsOf(Coverage coverage, CoverageState state) =>
        coverage.Entries.Where(entry => entry.State == state).Select(entry => entry.SubscriptionId);

    private static string Fill(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments).TrimEnd();
}
