using System.Runtime.CompilerServices;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>
/// Reads live the pairs that Resource Graph's copy cannot decide, and lets the others pass. Only Resource Manager's own
/// answer may call a network gone.
/// </summary>
internal sealed class GraphDoubts(PairScan scan, IReporter reporter)
{
    public async IAsyncEnumerable<PeeringPair> ResolveAsync(
        IAsyncEnumerable<PeeringPair> pairs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (PeeringPair pair in pairs.ConfigureAwait(false))
        {
            PeeringPair? answer = IsDoubtful(pair) ? await this.ReadLiveAsync(pair, cancellationToken).ConfigureAwait(false) : pair;
            if (answer is not null) yield return answer;
        }
    }

    /// <summary>A subscription that this identity does not see stays out of its sight when it is asked directly.</summary>
    private static bool IsDoubtful(PeeringPair pair) => pair.Status is PeeringPairStatus.Disconnected or PeeringPairStatus.Unknown;

    /// <summary>A read that failed is an error of its own, and never a pair with the copy's word.</summary>
    private async Task<PeeringPair?> ReadLiveAsync(PeeringPair pair, CancellationToken cancellationToken)
    {
        // A side that points to nonsense has no second network to read.
        if (!ResourceId.TryParse(pair.Local.VirtualNetworkId, out ResourceId? local, out _)
            || !ResourceId.TryParse(pair.Remote.VirtualNetworkId, out ResourceId? remote, out _)) return pair;
        try
        {
            PeeringPair? live = await scan.ReadOneAsync(local, remote, cancellationToken).ConfigureAwait(false);
            if (live is null) reporter.Verbose(Wording.Fill(PairTexts.GraphGoneMeanwhile, local, remote));
            else live.Oriented = pair.Oriented;
            return live;
        }
        catch (PeeringException failure) when (!ReadFailure.EndsTheRun(failure.Error))
        {
            reporter.Error(failure.Error);
            return null;
        }
    }
}
