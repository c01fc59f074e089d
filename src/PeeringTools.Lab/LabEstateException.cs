namespace PeeringTools.Lab;

/// <summary>An estate that cannot be loaded; the message says which item and what is wrong with it.</summary>
public sealed class LabEstateException : Exception
{
    /// <summary>An error that belongs to no item.</summary>
    public LabEstateException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>An error of the item with this index.</summary>
    public LabEstateException(int index, string problem)
        : base($"Item {index}: {problem}") => Index = index;

    /// <summary>The item's place in the list, from 0; null when the JSON as a whole is at fault.</summary>
    public int? Index { get; }
}
