using System.Globalization;

namespace PeeringTools.Records;

/// <summary>Reads when something ends, and says it back in UTC.</summary>
internal static class Instants
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly TimeSpan LastSecond = new(23, 59, 59);

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>
    /// Reads a date of .NET's or an ISO 8601 text. A date alone lasts to the end of that day in UTC; a time without a zone
    /// is UTC too, so that one line means the same on every machine. Whole seconds, as records keep them.
    /// </summary>
    /// <param name="value">What the caller gave, taken out of any PowerShell wrapping.</param>
    /// <param name="clock">Says what is past.</param>
    /// <exception cref="PeeringException">InvalidInput: no date, or one in the past.</exception>
    public static DateTimeOffset ReadFuture(object? value, TimeProvider clock)
    {
        DateTimeOffset instant = Read(value);
        return instant > clock.GetUtcNow() ? instant : throw Refused(RecordTexts.InstantPast, Say(instant));
    }

    /// <summary>The way a date is said back: <c>2026-12-31T23:59:59Z</c>.</summary>
    public static string Say(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The instant without its fraction of a second.</summary>
    public static DateTimeOffset WholeSeconds(DateTimeOffset instant)
    {
        DateTime utc = instant.UtcDateTime;
        return new DateTimeOffset(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);
    }

    private static DateTimeOffset Read(object? value) => value switch
    {
        DateTimeOffset instant => WholeSeconds(instant),
        // What Get-Date gives is the machine's own time, and what carries no kind is meant so too.
        DateTime time => WholeSeconds(new DateTimeOffset(time.ToUniversalTime())),
        _ => ReadText(Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? ""),
    };

    private static DateTimeOffset ReadText(string text)
    {
        if (DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day))
            return day + LastSecond;
        return DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? WholeSeconds(time)
            : throw Refused(RecordTexts.InstantUnreadable, text);
    }

    private static PeeringException Refused(string message, string text) => PeeringException.Of(
        nameof(Errors.InvalidInput), null, Wording.Fill(message, text));
}
