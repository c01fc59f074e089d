using System.Management.Automation;
using PeeringTools.Connections;

namespace PeeringTools.Binding;

/// <summary>Lets -Connection also take an Az context, under the name Az users know: -DefaultProfile.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object bare = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return AzContext.IsOne(bare) ? AzContext.Connect(bare) : inputData;
    }
}
