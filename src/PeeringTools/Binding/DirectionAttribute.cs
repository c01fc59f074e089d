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
        object? bare = Bare.Of(inputData);
        if (bare is null or PeeringDirection) return bare;
        string text = Convert.ToString(bare, CultureInfo.InvariantCulture)!.Trim();
        if (text.Length == 0) return null;
        if (!bool.TryParse(text, out bool isOn)) return Named(text);
        if (!isOn) return PeeringDirection.None;
        return IsOneSided ? throw new ArgumentTransformationMetadataException(Messages.DirectionNeedsSide) : PeeringDirection.Both;
    }

    /// <summary>
    /// A whole name. What PowerShell itself cannot convert it drops without a word where the value comes from a property, and the
    /// command would write what nobody asked for.
    /// </summary>
    private static PeeringDirection Named(string text) => char.IsLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out PeeringDirection direction)
        ? direction
        : throw new ArgumentTransformationMetadataException(string.Format(CultureInfo.InvariantCulture, Messages.NotADirection, SafeText.ForMessage(text, 100)));
}
