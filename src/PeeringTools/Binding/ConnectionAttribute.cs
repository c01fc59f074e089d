using System.Collections;
using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Binding;

/// <summary>Lets -Connection also take Az contexts, under the name Az users know: -DefaultProfile.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object bare = Bare.Of(inputData)!;
        return bare is IEnumerable items and not string ? items.Cast<object?>().Select(Read).ToArray() : Read(inputData);
    }

    private static object? Read(object? item)
    {
        object? bare = Bare.Of(item);
        if (bare is null || !AzContext.IsOne(bare)) return item;
        try
        {
            return AzContext.Connect(bare);
        }
        catch (PeeringException refused)
        {
            throw new ArgumentTransformationMetadataException(ErrorRecords.TextOf(refused.Error), refused);
        }
    }
}
