using System.Globalization;
using Azure;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Wire;

/// <summary>When a read that failed is tried again, and when it no longer is.</summary>
internal sealed class RetrySchedule(TimeProvider clock, TimeSpan patience, IReporter reporter)
{
    private const int TriesWithoutAnswer = 4;
    private const int TriesWithServerError = 6;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly Random _jitter = new();

    /// <summary>Waits until a read that got a passing error may be sent again.</summary>
    /// <returns>The time waited in all; null where it is enough.</returns>
    public async ValueTask<TimeSpan?> AfterAnswerAsync(
        Response answer, string path, int tries, TimeSpan waited, CancellationToken cancellationToken)
    {
        TimeSpan? asked = RetryAfter.Of(answer.Headers, clock);
        TimeSpan wait = asked ?? this.Growing(tries);
        bool costsTime = asked > TimeSpan.Zero;
        if ((!costsTime && tries >= TriesWithServerError) || waited + wait > patience) return null;
        string status = answer.Status.ToString(CultureInfo.InvariantCulture);
        reporter.Verbose(asked is null
            ? Format(Messages.TryingAgain, path, status, Seconds(wait))
            : Format(Messages.AskedToWait, Seconds(wait), status, path));
        await clock.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        return waited + wait;
    }

    /// <summary>Waits until a read that got no answer, or only part of one, may be sent again.</summary>
    /// <returns>The time waited in all; null where it is enough.</returns>
    public async ValueTask<TimeSpan?> AfterSilenceAsync(
        Exception failure, string path, int tries, TimeSpan waited, CancellationToken cancellationToken)
    {
        // A certificate that is not trusted will not be trusted a second later.
        if (failure.GetBaseException() is System.Security.Authentication.AuthenticationException) return null;
        TimeSpan wait = this.Growing(tries);
        if (tries >= TriesWithoutAnswer || waited + wait > patience) return null;
        reporter.Verbose(Format(Messages.TryingAgain, path, SafeText.ForMessage(failure.Message, 200), Seconds(wait)));
        await clock.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        return waited + wait;
    }

    private TimeSpan Growing(int tries)
    {
        double seconds = Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, tries - 1), LongestDelay.TotalSeconds);
        double factor;
        lock (_jitter) factor = 0.8 + (0.4 * _jitter.NextDouble());
        return TimeSpan.FromSeconds(seconds * factor);
    }

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
