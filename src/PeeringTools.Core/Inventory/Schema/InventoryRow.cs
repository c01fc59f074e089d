using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>A pair as the values of its columns, the same whatever way the pair was looked at, and the pair out of them again.</summary>
internal static class InventoryRow
{
    private static readonly int LocalId = InventorySchema.IndexOf("Local" + SideColumns.VirtualNetworkId);
    private static readonly int RemoteId = InventorySchema.IndexOf("Remote" + SideColumns.VirtualNetworkId);

    /// <summary>The values in the order of <see cref="InventorySchema.Columns"/>: int, string, bool, string[] or null.</summary>
    public static object?[] Of(PeeringPair pair)
    {
        PeeringPair ordered = InOrder(pair);
        object?[] values = new object?[InventorySchema.Columns.Count];
        for (int i = 0; i < values.Length; i++) values[i] = WellFormed(InventorySchema.Columns[i].Get(ordered));
        return values;
    }

    /// <summary>What rows are sorted by and told apart by: the two ids, lower case.</summary>
    public static (string Local, string Remote) KeyOf(object?[] values) => ((string)values[LocalId]!, (string)values[RemoteId]!);

    /// <summary>Ordinal, so that no culture has a say.</summary>
    public static int Compare((string Local, string Remote) a, (string Local, string Remote) b)
    {
        int order = string.CompareOrdinal(a.Local, b.Local);
        return order == 0 ? string.CompareOrdinal(a.Remote, b.Remote) : order;
    }

    /// <summary>The pair that has these values.</summary>
    /// <exception cref="CellException">A value does not fit its column, or two contradict each other.</exception>
    public static PeeringPair ToPair(object?[] values, DateTime asOf)
    {
        PeeringPair pair = new() { AsOf = asOf };
        for (int i = 0; i < values.Length; i++) Put(pair, InventorySchema.Columns[i], values[i]);
        (string local, string remote) = (pair.Local.VirtualNetworkId, pair.Remote.VirtualNetworkId);
        if (string.CompareOrdinal(local, remote) > 0) throw new CellException(InventoryTexts.SidesOutOfOrder);
        if (pair.PairId != PairId.Of(local, remote)) throw new CellException(Wording.Fill(InventoryTexts.OtherPairId, pair.PairId, PairId.Of(local, remote)));
        Complete(pair.Local, pair.Remote, pair.MissingSide is PeeringDirection.Local or PeeringDirection.Both);
        Complete(pair.Remote, pair.Local, pair.MissingSide is PeeringDirection.Remote or PeeringDirection.Both);
        return pair;
    }

    private static void Put(PeeringPair pair, InventoryColumn column, object? value)
    {
        try
        {
            if (value is null && !column.IsOptional) throw new CellException(InventoryTexts.ValueMissing);
            if (value is string text && column.Choices.Count > 0 && !column.Choices.Contains(text, StringComparer.Ordinal))
                throw new CellException(Wording.Fill(InventoryTexts.NoChoice, text, string.Join(", ", column.Choices)));
            column.Set(pair, value);
        }
        catch (CellException wrong)
        {
            throw new CellException($"{column.Name}: {wrong.Message}");
        }
    }

    /// <summary>What a row leaves out because the rest of it says it.</summary>
    private static void Complete(PeeringSide side, PeeringSide other, bool isMissing)
    {
        // A side that neither exists nor is missing could not be read.
        side.IsVisible = side.Exists || isMissing;
        side.RemoteVirtualNetworkId = other.VirtualNetworkId;
        if (side.Exists) side.Id = $"{side.VirtualNetworkId}/virtualNetworkPeerings/{side.Name}";
    }

    private static PeeringPair InOrder(PeeringPair pair)
    {
        bool isInOrder = IdOrder.IsInOrder(pair.Local.VirtualNetworkId, pair.Remote.VirtualNetworkId);
        (PeeringSide first, PeeringSide second) = isInOrder ? (pair.Local, pair.Remote) : (pair.Remote, pair.Local);
        return new PeeringPair
        {
            Status = pair.Status,
            SyncLevel = PairStatus.WorseSyncLevel(SyncLevelOf(first), SyncLevelOf(second)),
            MissingSide = isInOrder ? pair.MissingSide : Orientation.Flip(pair.MissingSide),
            Local = first,
            Remote = second,
            IsGlobal = pair.IsGlobal,
            IsCrossSubscription = pair.IsCrossSubscription,
            IsCrossTenant = pair.IsCrossTenant,
            ManagedBy = pair.ManagedBy,
            RecordState = pair.RecordState,
            ExpiresOn = pair.ExpiresOn,
            Owner = pair.Owner,
            Ticket = pair.Ticket,
            Source = pair.Source,
        };
    }

    private static string? SyncLevelOf(PeeringSide side) => side.Exists ? side.PeeringSyncLevel : null;

    /// <summary>Lists are repaired where they are sorted.</summary>
    private static object? WellFormed(object? value) => value is string text ? UnicodeText.Repair(text) : value;
}
