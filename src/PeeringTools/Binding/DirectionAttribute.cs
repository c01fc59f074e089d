using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.Binding;

/// <summary>
/// Reads None, Local, Remote or Both, also from a CSV cell; a blank cell was not given. True and false, as tables like to say it,
/// mean Both and None, except for gateway flags, which can never be on at both sides.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DirectionAttribute : ArgumentTransformationAttribute
{
    /// <summary>True for the flags of which a pair can have one side at most.</summary>
    public bool IsOneSided { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (bare is not (string or bool)) return inputData;
        string text = Convert.ToString(bare, CultureInfo.InvariantCulture)!.Trim();
        if (text.Length == 0) return null;
        if (!bool.TryParse(text, out bool isOn)) return text;
        if (!isOn) return PeeringDirection.None;
        return IsOneSided ? throw new ArgumentTransformationMetadataException(Messages.DirectionNeedsSide) : PeeringDirection.Both;
    }
}
