namespace PeeringTools.Inventory;

/// <summary>One of the two things a comparison compares.</summary>
/// <param name="Pairs">All its pairs, in any order.</param>
/// <param name="AsOf">When it was so: what has to be gone by then is gone, or overdue.</param>
/// <param name="Evidence">What is known of it, where it is a file with evidence.</param>
internal sealed record InventoryContent(IReadOnlyList<PeeringPair> Pairs, DateTime AsOf, PeeringInventoryEvidence? Evidence)
{
    /// <summary>The content of a file that must be whole.</summary>
    /// <exception cref="PeeringException">The file cannot be read, a row is malformed, or with <paramref name="verify"/> it is not proven.</exception>
    public static InventoryContent OfFile(string path, bool verify, TimeProvider clock, Action<string> warn)
    {
        InventoryFile file = InventoryFile.Open(path, verify);
        if (file.Warning is not null) warn(file.Warning);
        return new InventoryContent(file.AllPairs(), file.Evidence is { } known ? Utc.Of(known.ExportedOn) : clock.GetUtcNow().UtcDateTime, file.Evidence);
    }

    /// <summary>Objects as they came; they were so when the last of them was read.</summary>
    public static InventoryContent OfPairs(IReadOnlyList<PeeringPair> pairs, TimeProvider clock)
    {
        DateTime last = pairs.Count == 0 ? default : pairs.Max(pair => Utc.Of(pair.AsOf));
        return new InventoryContent(pairs, last == default ? clock.GetUtcNow().UtcDateTime : last, null);
    }
}
