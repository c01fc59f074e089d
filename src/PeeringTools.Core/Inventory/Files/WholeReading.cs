using PeeringTools.Access;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Inventory;

/// <summary>Reads every pair of a scope live, or fails: for callers whose word is that nothing is missing.</summary>
internal static class WholeReading
{
    /// <returns>What was read, subscription by subscription; all of it Seen.</returns>
    /// <exception cref="PeeringException">CoverageIncomplete, or the first thing in the scope that could not be found.</exception>
    public static Task<Coverage> ReadAsync(
        IReadOnlyList<PeeringConnection> connections, IReporter reporter, PairScope scope, Action<PeeringPair> take, CancellationToken cancellationToken) =>
        RunAsync(
            connections, reporter, scope,
            async access =>
            {
                PairScan scan = new(access);
                await foreach (PeeringPair pair in scan.ReadAsync(scope, cancellationToken).ConfigureAwait(false)) take(pair);
                return scan.Coverage;
            },
            coverage => coverage, cancellationToken);

    /// <summary>The same with what surrounds the networks. Of that, what could not be read is in the estate and fails nothing.</summary>
    /// <exception cref="PeeringException">As of the other.</exception>
    public static Task<EstateReading> ReadAsync(
        IReadOnlyList<PeeringConnection> connections, IReporter reporter, PairScope scope, SurroundingKinds kinds, CancellationToken cancellationToken) =>
        RunAsync(
            connections, reporter, scope,
            access => new EstateReader(access).ReadAsync(scope, kinds, cancellationToken),
            reading => reading.Coverage, cancellationToken);

    private static async Task<T> RunAsync<T>(
        IReadOnlyList<PeeringConnection> connections, IReporter reporter, PairScope scope, Func<NetworkAccess, Task<T>> read, Func<T, Coverage> coverageOf,
        CancellationToken cancellationToken)
    {
        HeedingReporter heeding = new(reporter);
        NetworkAccess access = new(connections, heeding);
        T result = await read(access).ConfigureAwait(false);
        await new CoverageCheck(access).RunAsync(coverageOf(result), scope, cancellationToken).ConfigureAwait(false);
        coverageOf(result).RequireComplete();
        // A group that no subscription has leaves no hole in the coverage, and still is not what was asked for.
        if (heeding.First is { } error) throw new PeeringException(error);
        return result;
    }

    /// <summary>Passes everything on and remembers the first error.</summary>
    private sealed class HeedingReporter(IReporter inner) : IReporter
    {
        private PeeringError? _first;

        public PeeringError? First => _first;

        public void Verbose(string text) => inner.Verbose(text);

        public void Warning(string text) => inner.Warning(text);

        public void Progress(WorkProgress progress) => inner.Progress(progress);

        public void Error(PeeringError error)
        {
            if (Interlocked.CompareExchange(ref _first, error, null) is not null || error.Id == nameof(Errors.SubscriptionNotRead)) inner.Error(error);
        }
    }
}
