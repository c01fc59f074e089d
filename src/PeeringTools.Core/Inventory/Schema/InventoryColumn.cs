namespace PeeringTools.Inventory;

/// <summary>
/// One column of the schema: what it is called, what it may hold, and how it is taken from a pair and put back. Writers, readers,
/// the comparison and the published schema all go by this one description.
/// </summary>
internal sealed record InventoryColumn
{
    public required string Name { get; init; }

    public required CellKind Kind { get; init; }

    /// <summary>Name of the text that explains it.</summary>
    public required string TextKey { get; init; }

    /// <summary>Null is a value it may have: not known, or not there.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The only values of a text column; empty where any text will do.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The side it speaks of; None for the pair as a whole.</summary>
    public PeeringDirection Side { get; init; }

    /// <summary>It speaks of the peering itself, so it has no value where that does not exist.</summary>
    public bool IsOfPeering { get; init; }

    /// <summary>A whole pair is told by it, or it only repeats a part of an id: two of one pair cannot differ in it.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Azure does not tell the casing of this text apart.</summary>
    public bool IgnoresCase { get; init; }

    public required Func<PeeringPair, object?> Get { get; init; }

    /// <summary>Takes a value of the column's kind.</summary>
    public required Action<PeeringPair, object?> Set { get; init; }

    /// <summary>What people are told about it.</summary>
    public string Description => ColumnTexts.ResourceManager.GetString(TextKey, System.Globalization.CultureInfo.InvariantCulture)!;
}
