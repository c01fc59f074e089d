namespace PeeringTools.Inventory;

/// <summary>The columns of an inventory, in order: first what the row is, then the pair, then its two sides in order of their ids.</summary>
internal static class InventorySchema
{
    /// <summary>Raised when a column is added, renamed, removed or means something else.</summary>
    public const int Version = 1;

    /// <summary>Estates an inventory can be of. Rows of a lab say so themselves, so that they never pass for real ones.</summary>
    public const string Azure = "Azure";
    public const string Lab = "LAB";

    public const string VersionColumn = "SchemaVersion";
    public const string EstateColumn = "Estate";

    public static IReadOnlyList<InventoryColumn> Columns { get; } =
    [
        .. PairColumns.All,
        .. SideColumns.Of(PeeringDirection.Local, pair => pair.Local),
        .. SideColumns.Of(PeeringDirection.Remote, pair => pair.Remote),
    ];

    private static readonly Dictionary<string, int> Positions =
        Columns.Select((column, index) => (column.Name, index)).ToDictionary(c => c.Name, c => c.index, StringComparer.Ordinal);

    /// <summary>Where the column stands; -1 for a name that is none.</summary>
    public static int IndexOf(string name) => Positions.TryGetValue(name, out int index) ? index : -1;
}
