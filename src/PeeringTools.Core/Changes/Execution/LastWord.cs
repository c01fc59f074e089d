namespace PeeringTools.Changes;

/// <summary>What stands between a plan whose turn it is and its first write: the run's time, and its guard.</summary>
internal sealed class LastWord(IChangeGuard? guard, Func<bool> isTimeSpent)
{
    /// <summary>The outcome of a plan that is not begun after all; null for one that goes ahead.</summary>
    public async Task<ChangeOutcome?> HoldAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        if (isTimeSpent()) return Outcomes.OutOfTime(plan);
        if (guard is null) return null;
        try
        {
            return await guard.HoldAsync(plan, cancellationToken) is string reason ? Outcomes.Held(plan, reason) : null;
        }
        catch (PeeringException failure)
        {
            return new ChangeOutcome { Plan = plan, Errors = [failure.Error] };
        }
    }

    /// <summary>Tells the guard of a plan that went ahead. What it has against it stands beside the outcome's own errors.</summary>
    public ChangeOutcome Tell(ChangeOutcome outcome)
    {
        try
        {
            guard?.Finished(outcome);
            return outcome;
        }
        catch (PeeringException failure)
        {
            return outcome with { Errors = [.. outcome.Errors, failure.Error] };
        }
    }

    /// <summary>Waits for all that runs, whatever comes of it, and ends the guard's part.</summary>
    public async Task<ChangeOutcome[]> EndAsync(Task<ChangeOutcome>[] running)
    {
        try
        {
            return await Task.WhenAll(running);
        }
        finally
        {
            guard?.End();
        }
    }
}
