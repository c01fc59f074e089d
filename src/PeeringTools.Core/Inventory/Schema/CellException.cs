namespace PeeringTools.Inventory;

/// <summary>A cell, or a row as a whole, does not say what the schema asks for. The message is for people.</summary>
internal sealed class CellException(string problem) : Exception(problem);
