using System.Collections;
using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>Lets a path also be a file, or the evidence object that Export-PeeringInventory gave for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InventoryFileAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        return bare is IEnumerable and not string
            ? ((IEnumerable)bare).Cast<object?>().Select(item => PathOf(item) ?? item).ToArray()
            : PathOf(inputData) ?? inputData;
    }

    /// <summary>The path an object stands for; null where it stands for none.</summary>
    public static string? PathOf(object? item) => (item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item) switch
    {
        string text => text,
        FileInfo file => file.FullName,
        PeeringInventoryEvidence evidence => evidence.Path,
        _ => null,
    };
}
