using System.Globalization;
using System.Text.RegularExpressions;

namespace PeeringTools.Records;

/// <summary>Reads how long something lasts. A bare number is refused: it could mean days, hours or PowerShell's ticks.</summary>
internal static class Spans
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly Regex Short = new("^(?<n>[0-9]{1,6})(?<unit>[dh])$", Options);

    /// <summary>ISO 8601 without months and years, whose length depends on when one starts to count.</summary>
    private static readonly Regex Iso = new(
        "^P(?=.)((?<w>[0-9]{1,5})W)?((?<d>[0-9]{1,6})D)?(T(?=.)((?<h>[0-9]{1,7})H)?((?<m>[0-9]{1,8})M)?((?<s>[0-9]{1,9})S)?)?$", Options);

    /// <summary>Reads a TimeSpan, or text like <c>30d</c>, <c>12h</c>, <c>1.12:00:00</c>, <c>P30D</c>.</summary>
    /// <param name="value">What the caller gave, taken out of any PowerShell wrapping.</param>
    /// <exception cref="PeeringException">InvalidInput, in words that show what would do.</exception>
    public static TimeSpan Read(object? value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
        TimeSpan? span = value is TimeSpan given ? given : ReadText(text);
        if (span is null) throw Refused(IsNumber(text) ? RecordTexts.SpanBareNumber : RecordTexts.SpanUnreadable, text);
        return span > TimeSpan.Zero ? span.Value : throw Refused(RecordTexts.SpanNotPositive, text);
    }

    private static TimeSpan? ReadText(string text)
    {
        Match match = Short.Match(text);
        if (match.Success) return match.Groups["unit"].Value is "d" or "D" ? TimeSpan.FromDays(Number(match, "n")) : TimeSpan.FromHours(Number(match, "n"));
        match = Iso.Match(text);
        if (match.Success)
        {
            return TimeSpan.FromDays((Number(match, "w") * 7) + Number(match, "d")) + TimeSpan.FromHours(Number(match, "h"))
                + TimeSpan.FromMinutes(Number(match, "m")) + TimeSpan.FromSeconds(Number(match, "s"));
        }

        // Without a colon TimeSpan takes a number for days.
        return text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span : null;
    }

    private static double Number(Match match, string group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static PeeringException Refused(string message, string text) => PeeringException.Of(
        nameof(Errors.InvalidInput), null, Wording.Fill(message, text));
}
