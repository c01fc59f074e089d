using System.Globalization;
using Azure.Core;

namespace PeeringTools.Azure.Wire;

/// <summary>How long an answer asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// Reads retry-after-ms, x-ms-retry-after-ms and Retry-After in seconds or as an HTTP date, or when Resource Graph's quota
    /// begins anew; null where none is readable.
    /// </summary>
    public static TimeSpan? Of(ResponseHeaders headers, TimeProvider clock)
    {
        foreach (string name in (ReadOnlySpan<string>)["x-ms-retry-after-ms", "retry-after-ms"])
        {
            if (headers.TryGetValue(name, out string? text) && TryNumber(text, out double milliseconds)) return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (!headers.TryGetValue("Retry-After", out string? value)) return GraphQuota.ResetOf(headers);
        if (TryNumber(value, out double seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)) return null;
        TimeSpan wait = date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static bool TryNumber(string? text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number)
        && number <= int.MaxValue;
}
