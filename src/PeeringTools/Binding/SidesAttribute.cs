using System.Globalization;
using System.Management.Automation;
using PeeringTools.Changes;

namespace PeeringTools.Binding;

/// <summary>Reads Both or Local, also from a CSV cell, where anything else must stop its row; a blank cell is Both.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SidesAttribute : ArgumentTransformationAttribute
{
    public const string Both = "Both";
    public const string Local = "Local";

    /// <summary>What a value that was read means for a request.</summary>
    public static SideScope ScopeOf(string side) => side == Local ? SideScope.Local : SideScope.Both;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        string text = Convert.ToString(bare, CultureInfo.InvariantCulture)!.Trim();
        if (text.Length == 0 || text.Equals(Both, StringComparison.OrdinalIgnoreCase)) return Both;
        if (text.Equals(Local, StringComparison.OrdinalIgnoreCase)) return Local;
        throw new ArgumentTransformationMetadataException(string.Format(CultureInfo.InvariantCulture, Messages.NotASideScope, SafeText.ForMessage(text, 100)));
    }
}
