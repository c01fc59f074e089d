using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>Reads a value that may come from a CSV cell: a blank one was not given, and <c>;</c> parts the items of a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CellAttribute : ArgumentTransformationAttribute
{
    /// <summary>True for parameters that take a list.</summary>
    public bool IsList { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        if (bare is not string text) return inputData;
        if (string.IsNullOrWhiteSpace(text)) return null;
        return IsList
            ? text.Split(';').Select(item => item.Trim()).Where(item => item.Length > 0).ToArray()
            : text.Trim();
    }
}
