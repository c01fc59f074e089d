namespace PeeringTools.Inventory;

/// <summary>The file was written by a later module: what its columns mean is not known here.</summary>
internal sealed class NewerSchemaException(int version) : Exception
{
    public int Version { get; } = version;
}
