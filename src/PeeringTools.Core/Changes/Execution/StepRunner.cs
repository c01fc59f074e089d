using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>
/// Carries out one step: reads the side, compares it with what the plan expects, writes, and finds out what became of
/// a write whose answer was lost. A write is only ever repeated after a read has shown that nothing came of it.
/// </summary>
internal sealed class StepRunner(PeeringPort port, Patience patience)
{
    /// <summary>How often a write is sent again whose result was unknown or whose etag was stale.</summary>
    private const int Repeats = 3;

    public async Task RunAsync(JournalEntry entry, Budget budget, CancellationToken cancellationToken)
    {
        for (int attempt = 0, repeats = 0; ; attempt++)
        {
            PeeringSnapshot? basis = null;
            if (!entry.Step.IsTag)
            {
                basis = await port.FindAsync(entry.Step.Half, entry.Step.TargetId, budget, cancellationToken);
                if (entry.Fate == StepFate.InDoubt && StepOutcome.IsUnderWay(basis?.Side))
                {
                    await this.WaitForEndAsync(basis!.Side, attempt, budget, cancellationToken);
                    continue;
                }

                if (IsSettled(entry, basis?.Side)) return;
            }

            bool mayHaveArrived = entry.Fate == StepFate.InDoubt;
            try
            {
                await this.SendAsync(entry, basis, budget, cancellationToken);
                entry.Fate = StepFate.Done;
                return;
            }
            catch (PeeringException failure)
            {
                entry.IsCutOff = false;
                // A tag is written or refused at once. A peering's write may have been accepted and this be the answer
                // to a question about its operation: only a read tells, here or before anything is taken back.
                if (entry.Step.IsTag && !mayHaveArrived && !Failures.IsInDoubt(failure.Error)) entry.Fate = StepFate.NotDone;
                bool again = Failures.IsBusy(failure.Error)
                    || ((Failures.IsInDoubt(failure.Error) || Failures.IsStale(failure.Error)) && repeats++ < Repeats);
                if (!again || !await patience.WaitAsync(failure.Error, attempt, budget, cancellationToken)) throw;
            }
        }
    }

    /// <summary>True when nothing is left to send: an earlier attempt has arrived after all, or there is nothing to delete.</summary>
    /// <exception cref="PeeringException">ChangedMeanwhile: the side is not what the plan was made for.</exception>
    private static bool IsSettled(JournalEntry entry, PeeringSide? found)
    {
        if (entry.Fate == StepFate.InDoubt && StepOutcome.IsDone(entry.Step, found))
        {
            if (found?.ProvisioningState == "Failed") throw PeeringException.Of(nameof(Errors.OperationFailed), found.Id, found.Id, "Failed");
            entry.Fate = StepFate.Done;
            return true;
        }

        if (found is null && entry.Step.Kind == StepKind.DeletePeering)
        {
            entry.Fate = StepFate.AlreadyGone;
            return true;
        }

        if (StepOutcome.Conflict(entry.Step, found) is string words)
            throw PeeringException.Of(nameof(Errors.ChangedMeanwhile), entry.Step.TargetId.Text, entry.Step.TargetId, words);
        return false;
    }

    /// <summary>A write whose answer was lost is still being carried out: sent again now it would only meet itself.</summary>
    private async Task WaitForEndAsync(PeeringSide found, int attempt, Budget budget, CancellationToken cancellationToken)
    {
        PeeringError running = PeeringError.Of(nameof(Errors.ProvisioningNotSucceeded), found.Id, found.Id, found.ProvisioningState);
        if (!await patience.WaitAsync(running, attempt, budget, cancellationToken))
            throw PeeringException.Of(nameof(Errors.TimedOut), found.Id, found.Id, budget.Total);
    }

    private async Task SendAsync(JournalEntry entry, PeeringSnapshot? basis, Budget budget, CancellationToken cancellationToken)
    {
        ChangeStep step = entry.Step;
        cancellationToken.ThrowIfCancellationRequested();
        entry.Fate = StepFate.InDoubt;
        entry.IsCutOff = true;
        if (step.IsTag) await port.TagAsync(step, step.TagAfter, step.TagBefore, budget, cancellationToken);
        else if (step.Kind == StepKind.DeletePeering) _ = await port.DeleteAsync(step, budget, cancellationToken);
        else await port.PutAsync(step, basis, step.Settings, budget, cancellationToken);
    }
}
