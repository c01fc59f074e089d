using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>Reads Both or Local, also from a CSV cell, where anything else must stop its row; a blank cell is Both.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SidesAttribute : ArgumentTransformationAttribute
{
    public const string Both = "Both";
    public const string Local = "Local";

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = Convert.ToString(bare, CultureInfo.InvariantCulture)!.Trim();
        if (text.Length == 0 || text.Equals(Both, StringComparison.OrdinalIgnoreCase)) return Both;
        if (text.Equals(Local, StringComparison.OrdinalIgnoreCase)) return Local;
        throw new ArgumentTransformationMetadataException(string.Format(CultureInfo.InvariantCulture, Messages.NotASideScope, SafeText.ForMessage(text, 100)));
    }
}
