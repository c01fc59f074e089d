namespace PeeringTools.Inventory;

/// <summary>One row that was read: the pair, or why there is none.</summary>
internal readonly record struct InventoryReading(PeeringPair? Pair, PeeringError? Problem);
