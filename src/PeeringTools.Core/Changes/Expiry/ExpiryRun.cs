using PeeringTools.Access;
using PeeringTools.Pairs;

namespace PeeringTools.Changes;

/// <summary>
/// Ends what has expired: finds it, and watches over the run that carries it out. Planning, confirming and writing are those of
/// every other change.
/// </summary>
internal sealed class ExpiryRun
{
    private readonly NetworkAccess _access;
    private readonly ReceiptFile? _receipts;
    private readonly ExpirySelection _selection;

    public ExpiryRun(NetworkAccess access, ExpiryOptions options, string? receiptPath = null)
    {
        _access = access;
        _receipts = receiptPath is null ? null : new ReceiptFile(receiptPath);
        _selection = new ExpirySelection(access, options);
        Guard = new ExpiryGuard(access, options, _receipts);
    }

    /// <summary>For the run that carries the requests out.</summary>
    public IChangeGuard Guard { get; }

    public Coverage Coverage => _selection.Coverage;

    /// <summary>A request for every expired pair.</summary>
    /// <param name="scope">Where to look; null for the given pairs only.</param>
    /// <param name="pairs">Pairs to look at, which are read again.</param>
    /// <param name="writes">False for a rehearsal, which leaves the receipts alone too.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="PeeringException">ClockSkewed, TooManyExpired, or FileNotAccessible for the receipts.</exception>
    public async Task<IReadOnlyCollection<PeeringRequest>> SelectAsync(
        PairScope? scope, IReadOnlyList<PeeringPair> pairs, bool writes, CancellationToken cancellationToken)
    {
        await ClockCheck.RequireAsync(_access, cancellationToken);
        IReadOnlyList<ReceiptLine> begun = _receipts?.Unfinished(ReceiptWords.EstateOf(_access)) ?? [];
        await _selection.AddAsync(pairs, cancellationToken);
        IReadOnlyList<ReceiptLine> done = scope is null ? [] : await this.LookAsync(scope, begun, cancellationToken);
        _selection.RequireFew();
        ReceiptWords words = new(_access);
        if (writes)
            foreach (ReceiptLine line in done) _receipts!.Append(words.FoundDone(line));
        return _selection.Requests;
    }

    private async Task<IReadOnlyList<ReceiptLine>> LookAsync(PairScope scope, IReadOnlyList<ReceiptLine> begun, CancellationToken cancellationToken)
    {
        await _selection.AddAsync(scope, cancellationToken);
        await new CoverageCheck(_access).RunAsync(Coverage, scope, cancellationToken);
        CoverageEntry[] holes = [.. Coverage.Entries.Where(entry => entry.State != CoverageState.Seen)];
        if (holes.Length > 0)
        {
            string names = string.Join(", ", holes.Select(entry => $"{entry.SubscriptionId} ({entry.State})"));
            _access.Reporter.Warning(Wording.Fill(ExpiryTexts.CoverageHoles, holes.Length, Coverage.Entries.Count, names));
        }

        return await _selection.AddUnfinishedAsync(begun, scope, cancellationToken);
    }
}
