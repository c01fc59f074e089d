using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>Waits before the same thing is tried again, and says so.</summary>
internal sealed class Patience(IReporter reporter, Func<double> jitter)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Waits as long as Azure asks, or a little longer each time, plus up to a fifth so that callers spread out.</summary>
    /// <returns>False, at once, when the budget does not reach that far.</returns>
    public async Task<bool> WaitAsync(PeeringError reason, int attempt, Budget budget, CancellationToken cancellationToken)
    {
        double seconds = reason.RetryAfter?.TotalSeconds ?? Math.Min(First.TotalSeconds * Math.Pow(2, attempt), Longest.TotalSeconds);
        TimeSpan span = TimeSpan.FromSeconds(seconds * (1 + (jitter() / 5)));
        if (span >= budget.Left) return false;
        reporter.Verbose(Wording.Fill(PlanTexts.SayWaiting, span.TotalSeconds, reason.AzureCode ?? reason.Id, reason.TargetId));
        await budget.Clock.DelayAsync(span, cancellationToken);
        return true;
    }
}
