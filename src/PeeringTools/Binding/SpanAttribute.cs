using System.Management.Automation;
using PeeringTools.Records;

namespace PeeringTools.Binding;

/// <summary>Lets a parameter take a TimeSpan, 30d, 12h or ISO 8601. A bare number has no unit and is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SpanAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (bare is null or TimeSpan { Ticks: 0 } || (bare is string text && string.IsNullOrWhiteSpace(text))) return bare is string ? null : bare;
        try
        {
            return Spans.Read(bare);
        }
        catch (PeeringException refused)
        {
            throw new ArgumentTransformationMetadataException($"{refused.Error.Message} {refused.Error.Action}", refused);
        }
    }
}
