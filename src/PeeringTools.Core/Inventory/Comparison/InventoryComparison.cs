using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>Compares what was with what is, pair by pair, in order of the ids.</summary>
internal sealed class InventoryComparison
{
    private readonly Dictionary<(string Local, string Remote), ComparedPair> _before;
    private readonly Dictionary<(string Local, string Remote), ComparedPair> _after;
    private readonly DateTime _asOf;

    /// <exception cref="PeeringException">DuplicatePair, or InvalidInput where lab and Azure are mixed.</exception>
    public InventoryComparison(InventoryContent reference, InventoryContent difference)
    {
        _before = ComparedPair.Index(reference.Pairs);
        _after = ComparedPair.Index(difference.Pairs);
        _asOf = difference.AsOf;
        string[] estates = [.. reference.Pairs.Take(1).Concat(difference.Pairs.Take(1)).Select(PairColumns.EstateOf)];
        if (estates.Distinct().Count() > 1) throw PeeringException.Of(nameof(Errors.InvalidInput), null, InventoryTexts.MixedEstates);
    }

    /// <summary>Everything that differs.</summary>
    public IEnumerable<PeeringInventoryChange> Changes() =>
        this.Keys().SelectMany(key => ChangesOf(Find(_before, key), Find(_after, key)));

    /// <summary>
    /// At least one finding for every pair that has the ticket before or after: as approved, or what is not. Approved is what the
    /// reference says, until the end that stands there.
    /// </summary>
    /// <exception cref="PeeringException">TicketNotFound: silence would look like proof.</exception>
    public IReadOnlyList<PeeringInventoryChange> OfTicket(string ticket)
    {
        List<PeeringInventoryChange> findings = [];
        foreach ((string, string) key in this.Keys())
        {
            (ComparedPair? before, ComparedPair? after) = (Find(_before, key), Find(_after, key));
            if (Has(before, ticket) || Has(after, ticket)) findings.AddRange(FindingsOf(before, after, _asOf));
        }

        return findings.Count > 0 ? findings : throw PeeringException.Of(nameof(Errors.TicketNotFound), null, ticket);
    }

    private static List<PeeringInventoryChange> FindingsOf(ComparedPair? before, ComparedPair? after, DateTime asOf)
    {
        bool isDue = before?.Pair is { RecordState: PeeringRecordState.Ok, ExpiresOn: DateTime end } && Utc.Of(end) <= asOf;
        List<PeeringInventoryChange> findings = [.. ChangesOf(before, after)];
        if (isDue && after is null)
            findings = [Of(PeeringInventoryChangeKind.Gone, before, after)];
        else if (isDue)
            findings.Insert(0, Of(PeeringInventoryChangeKind.Overdue, before, after));
        else if (findings.Count == 0)
            findings.Add(Of(PeeringInventoryChangeKind.Unchanged, before, after));
        foreach (PeeringInventoryChange finding in findings)
            finding.AsApproved = finding.Change is PeeringInventoryChangeKind.Gone or PeeringInventoryChangeKind.Unchanged;
        return findings;
    }

    private static IEnumerable<PeeringInventoryChange> ChangesOf(ComparedPair? before, ComparedPair? after)
    {
        if (before is null || after is null)
        {
            PeeringInventoryChange whole = Of(before is null ? PeeringInventoryChangeKind.Added : PeeringInventoryChangeKind.Removed, before, after);
            (whole.From, whole.To) = (before?.Pair.Status.ToString(), after?.Pair.Status.ToString());
            yield return whole;
            yield break;
        }

        if (FieldComparison.IsRecordLost(before, after))
        {
            PeeringInventoryChange lost = Of(PeeringInventoryChangeKind.RecordLost, before, after);
            (lost.Field, lost.From, lost.To) = ("RecordState", FieldComparison.RecordOf(before), nameof(PeeringRecordState.Lost));
            yield return lost;
        }

        foreach ((string field, string? from, string? to) in FieldComparison.Differences(before, after))
        {
            PeeringInventoryChange change = Of(PeeringInventoryChangeKind.Changed, before, after);
            (change.Field, change.From, change.To) = (field, from, to);
            yield return change;
        }
    }

    private static PeeringInventoryChange Of(PeeringInventoryChangeKind kind, ComparedPair? before, ComparedPair? after)
    {
        ComparedPair shown = (after ?? before)!;
        PeeringPair pair = shown.Pair;
        if (before is not null && after is not null && FieldComparison.IsRecordLost(before, after))
        {
            pair = Orientation.Copy(pair);
            pair.RecordState = PeeringRecordState.Lost;
        }

        return new PeeringInventoryChange
        {
            Change = kind,
            PairId = PairId.Of(shown.Key.Local, shown.Key.Remote),
            LocalVirtualNetworkId = shown.Key.Local,
            RemoteVirtualNetworkId = shown.Key.Remote,
            Ticket = before?.Pair.Ticket ?? after?.Pair.Ticket,
            Pair = pair,
        };
    }

    private IEnumerable<(string Local, string Remote)> Keys() =>
        _before.Keys.Union(_after.Keys).OrderBy(key => key, Comparer<(string, string)>.Create(InventoryRow.Compare));

    private static ComparedPair? Find(Dictionary<(string Local, string Remote), ComparedPair> pairs, (string, string) key) =>
        pairs.TryGetValue(key, out ComparedPair? found) ? found : null;

    private static bool Has(ComparedPair? pair, string ticket) =>
        string.Equals(pair?.Pair.Ticket, ticket, StringComparison.OrdinalIgnoreCase);
}
