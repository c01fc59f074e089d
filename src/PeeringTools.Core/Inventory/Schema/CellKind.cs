namespace PeeringTools.Inventory;

/// <summary>What a cell of an inventory holds.</summary>
internal enum CellKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Text; null where the column allows it.</summary>
    Text,

    /// <summary>True or false; null where the column allows it.</summary>
    Flag,

    /// <summary>Texts, sorted, each once; never null.</summary>
    List,
}
