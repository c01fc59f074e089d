using System.Globalization;

namespace PeeringTools.Azure.Graph;

/// <summary>Holds the pages of one query against what they say of themselves, so that a cut answer never passes for a short one.</summary>
internal sealed class GraphTally
{
    private readonly HashSet<string> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private long? _announced;

    /// <summary>Takes a page; what is wrong with it in words, or null.</summary>
    public string? Take(IEnumerable<string> ids, long? total, string? skipToken, bool truncated)
    {
        foreach (string id in ids) _rows.Add(id);
        // The estate may change between pages. What all of them announce is the least that must have come.
        if (total is long announced) _announced = Math.Min(announced, _announced ?? announced);
        if (skipToken is not null) return _tokens.Add(skipToken) ? null : Messages.AnswerLoop;
        return truncated ? Messages.GraphTruncated : null;
    }

    /// <summary>How many rows are missing at the end, in words; null where none is.</summary>
    public string? Shortfall() => _announced > _rows.Count
        ? string.Format(CultureInfo.InvariantCulture, Messages.GraphShort, _announced, _rows.Count)
        : null;
}
