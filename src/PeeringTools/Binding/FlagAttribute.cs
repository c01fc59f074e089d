using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>Reads a flag from a CSV cell: true or false in any casing; a blank cell is a flag that was not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlagAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        return bare switch
        {
            string text when string.IsNullOrWhiteSpace(text) => null,
            string text when bool.TryParse(text.Trim(), out bool value) => value,
            SwitchParameter value => value.IsPresent,
            bool or null => bare,
            _ => throw new ArgumentTransformationMetadataException(
                string.Format(CultureInfo.InvariantCulture, Messages.NotAFlag, bare)),
        };
    }
}
