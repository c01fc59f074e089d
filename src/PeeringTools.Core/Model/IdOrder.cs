namespace PeeringTools;

/// <summary>The one order of networks and of the sides of a scanned pair: by id in lower case, character by character.</summary>
internal sealed class IdOrder : IComparer<string>
{
    private IdOrder()
    {
    }

    public static IdOrder Instance { get; } = new();

    /// <summary>True when the first id does not come after the second.</summary>
    public static bool IsInOrder(string first, string second) => Instance.Compare(first, second) <= 0;

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        // A comparison that ignores case would compare in upper case, where an underscore comes after the letters.
        for (int at = 0; at < x.Length && at < y.Length; at++)
        {
            int order = char.ToLowerInvariant(x[at]) - char.ToLowerInvariant(y[at]);
            if (order != 0) return order;
        }

        return x.Length - y.Length;
    }
}
