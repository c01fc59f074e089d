using System.Runtime.CompilerServices;
using PeeringTools.Ports;

namespace PeeringTools.Pairs;

/// <summary>Reads pairs that are already known again, in their own order and orientation.</summary>
internal static class PairReread
{
    /// <summary>A pair that is gone, or cannot be read, is an error of its own; the others go on.</summary>
    public static async IAsyncEnumerable<PeeringPair> ReadAsync(
        PairScan scan, IEnumerable<PeeringPair> pairs, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (PeeringPair pair in pairs)
        {
            PeeringPair? read = await ReadOneAsync(scan, pair, reporter, cancellationToken).ConfigureAwait(false);
            if (read is null) continue;
            read.Oriented = pair.Oriented;
            yield return read;
        }
    }

    private static async Task<PeeringPair?> ReadOneAsync(
        PairScan scan, PeeringPair pair, IReporter reporter, CancellationToken cancellationToken)
    {
        string target = pair.Local.VirtualNetworkId;
        try
        {
            PeeringPair? read = await scan.ReadOneAsync(
                PairEnds.IdOf(pair.Local), PairEnds.IdOf(pair.Remote), cancellationToken).ConfigureAwait(false);
            if (read is null)
                reporter.Error(PeeringError.Of(nameof(Errors.PeeringNotFound), target, target, pair.Remote.VirtualNetworkId));
            return read;
        }
        catch (PeeringException failure)
        {
            reporter.Error(failure.Error);
            return null;
        }
    }
}
