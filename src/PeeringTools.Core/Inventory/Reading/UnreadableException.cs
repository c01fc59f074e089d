namespace PeeringTools.Inventory;

/// <summary>A file as a whole is no inventory. The message is for people.</summary>
internal sealed class UnreadableException(string problem) : Exception(problem);
