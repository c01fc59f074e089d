using System.Globalization;
using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Records;

namespace PeeringTools.Binding;

/// <summary>Lets a parameter take a TimeSpan, 30d, 12h or ISO 8601. A bare number has no unit and is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SpanAttribute : ArgumentTransformationAttribute
{
    /// <summary>True where no time at all has a meaning, as for a delay.</summary>
    public bool AllowZero { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? bare = Bare.Of(inputData);
        // 30d without quotes is a decimal to PowerShell, which remembers how it was written.
        if (inputData is PSObject { BaseObject: ValueType and not TimeSpan }) bare = LanguagePrimitives.ConvertTo<string>(inputData);
        if (bare is null || (bare is string blank && string.IsNullOrWhiteSpace(blank))) return null;
        if (AllowZero && IsZero(bare)) return TimeSpan.Zero;
        try
        {
            return Spans.Read(bare);
        }
        catch (PeeringException refused)
        {
            throw new ArgumentTransformationMetadataException(ErrorRecords.TextOf(refused.Error), refused);
        }
    }

    private static bool IsZero(object value) => value is TimeSpan { Ticks: 0 }
        || (value is string text && text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) && span == TimeSpan.Zero);
}
