namespace PeeringTools.Inventory;

/// <summary>A pair with the values it is compared by.</summary>
internal sealed record ComparedPair(PeeringPair Pair, object?[] Values)
{
    public (string Local, string Remote) Key => InventoryRow.KeyOf(Values);

    /// <summary>The pairs by their networks.</summary>
    /// <exception cref="PeeringException">DuplicatePair: one came twice and the two differ. InvalidInput: lab and Azure are mixed.</exception>
    public static Dictionary<(string Local, string Remote), ComparedPair> Index(IEnumerable<PeeringPair> pairs)
    {
        Dictionary<(string Local, string Remote), ComparedPair> index = [];
        string? estate = null;
        foreach (PeeringPair pair in pairs)
        {
            estate ??= PairColumns.EstateOf(pair);
            if (estate != PairColumns.EstateOf(pair)) throw PeeringException.Of(nameof(Errors.InvalidInput), null, InventoryTexts.MixedEstates);
            ComparedPair compared = new(pair, InventoryRow.Of(pair));
            if (index.TryGetValue(compared.Key, out ComparedPair? before) && !before.HasSameValues(compared))
                throw PeeringException.Of(nameof(Errors.DuplicatePair), pair.Local.VirtualNetworkId, pair.ToString());
            index[compared.Key] = compared;
        }

        return index;
    }

    private bool HasSameValues(ComparedPair other) => !FieldComparison.Differences(this, other).Any();
}
