using System.Globalization;
using Azure;
using Azure.Core;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Wire;

/// <summary>
/// How many queries Resource Graph still takes from this identity. Its answers say so, and who waits for the next window
/// is served; who does not is answered 429.
/// </summary>
internal sealed class GraphQuota(TimeProvider clock, TimeSpan patience, IReporter reporter)
{
    private const string Remaining = "x-ms-user-quota-remaining";
    private const string ResetsAfter = "x-ms-user-quota-resets-after";

    private readonly object _gate = new();
    private int? _left;
    private DateTimeOffset _resets;

    /// <summary>Until when the quota of an answer counts: hours, minutes and seconds from now; null where it does not say.</summary>
    public static TimeSpan? ResetOf(ResponseHeaders headers) =>
        headers.TryGetValue(ResetsAfter, out string? text)
        && TimeSpan.TryParseExact(text, "hh':'mm':'ss", CultureInfo.InvariantCulture, out TimeSpan span) ? span : null;

    /// <summary>Waits for the next window where the present one is used up. A wait beyond all patience is left to Azure's own refusal.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            if (_left is null or > 0) return;
            _left = null;
            wait = _resets - clock.GetUtcNow();
        }

        if (wait <= TimeSpan.Zero || wait > patience) return;
        reporter.Verbose(string.Format(CultureInfo.InvariantCulture, Messages.GraphQuotaUsedUp, wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)));
        await clock.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    public void Note(Response answer)
    {
        if (!answer.Headers.TryGetValue(Remaining, out string? text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int left)
            || ResetOf(answer.Headers) is not TimeSpan reset) return;
        lock (_gate) (_left, _resets) = (left, clock.GetUtcNow() + reset);
    }
}
