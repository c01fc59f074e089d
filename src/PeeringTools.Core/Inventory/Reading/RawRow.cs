namespace PeeringTools.Inventory;

/// <summary>A row as it stands in the file: its values, or what is wrong with it.</summary>
/// <param name="Line">The line it begins in, counted from 1.</param>
/// <param name="Values">Values in the order of the schema's columns; null where the row is malformed.</param>
/// <param name="Problem">What is wrong, in words; null where nothing is.</param>
internal sealed record RawRow(int Line, object?[]? Values, string? Problem);
