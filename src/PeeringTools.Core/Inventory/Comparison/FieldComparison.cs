using System.Globalization;

namespace PeeringTools.Inventory;

/// <summary>Finds the columns in which a pair differs from itself at another time.</summary>
internal static class FieldComparison
{
    private static readonly int RecordState = InventorySchema.IndexOf("RecordState");
    private static readonly int ExpiresOn = InventorySchema.IndexOf("ExpiresOn");
    private static readonly int Owner = InventorySchema.IndexOf("Owner");
    private static readonly int Ticket = InventorySchema.IndexOf("Ticket");

    /// <summary>Column, before and after, in the order of the schema. Of a side that came or went, only that is said.</summary>
    public static IEnumerable<(string Field, string? From, string? To)> Differences(ComparedPair before, ComparedPair after)
    {
        bool recordLost = IsRecordLost(before, after);
        for (int i = 0; i < InventorySchema.Columns.Count; i++)
        {
            InventoryColumn column = InventorySchema.Columns[i];
            if (column.IsIdentity || (recordLost && IsOfRecord(i))) continue;
            if (column.IsOfPeering && Exists(before, column.Side) != Exists(after, column.Side)) continue;
            (string? from, string? to) = (Say(before.Values[i]), Say(after.Values[i]));
            if (!string.Equals(from, to, column.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                yield return (column.Name, from, to);
        }
    }

    /// <summary>There was a record of this pair, readable or not, and now there is none.</summary>
    public static bool IsRecordLost(ComparedPair before, ComparedPair after) =>
        before.Pair.RecordState is PeeringRecordState.Ok or PeeringRecordState.Conflict or PeeringRecordState.Unparsable or PeeringRecordState.Lost
        && after.Pair.RecordState is PeeringRecordState.None or PeeringRecordState.Lost;

    /// <summary>What a lost record had said.</summary>
    public static string RecordOf(ComparedPair pair) => Wording.Fill(
        InventoryTexts.RecordWas, Say(pair.Values[ExpiresOn]) ?? InventoryTexts.None, Say(pair.Values[Owner]) ?? InventoryTexts.None, Say(pair.Values[Ticket]) ?? InventoryTexts.None);

    private static bool IsOfRecord(int column) => column == RecordState || column == ExpiresOn || column == Owner || column == Ticket;

    private static bool Exists(ComparedPair pair, PeeringDirection side) =>
        side == PeeringDirection.Local ? (bool)pair.Values[LocalExists]! : (bool)pair.Values[RemoteExists]!;

    private static readonly int LocalExists = InventorySchema.IndexOf("Local" + SideColumns.Exists);
    private static readonly int RemoteExists = InventorySchema.IndexOf("Remote" + SideColumns.Exists);

    private static string? Say(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        string[] list => list.Length == 0 ? null : string.Join(";", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
