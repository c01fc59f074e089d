using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>Takes back what this call did, last step first, and nothing that somebody else did.</summary>
internal sealed class Rollback(PeeringPort port, Patience patience, IReporter reporter)
{
    public async Task RunAsync(ChangeJournal journal, Budget budget, CancellationToken cancellationToken)
    {
        foreach (JournalEntry entry in journal.InEffect.Reverse().ToArray())
        {
            try
            {
                await this.UndoAsync(entry, budget, cancellationToken);
            }
            catch (PeeringException trouble)
            {
                entry.UndoTrouble = trouble.Error;
            }
        }
    }

    /// <summary>Finds out what became of the writes whose result is unknown, and changes nothing.</summary>
    public async Task ResolveAsync(ChangeJournal journal, Budget budget, CancellationToken cancellationToken)
    {
        foreach (JournalEntry entry in journal.Entries.Where(e => e.Fate == StepFate.InDoubt && !e.Step.IsTag))
        {
            try
            {
                PeeringSnapshot? found = await port.FindAsync(entry.Step.Half, entry.Step.TargetId, budget, cancellationToken);
                entry.Resolve(found?.Side, mayArrive: false);
            }
            catch (PeeringException trouble)
            {
                entry.UndoTrouble = trouble.Error;
            }
        }
    }

    private async Task UndoAsync(JournalEntry entry, Budget budget, CancellationToken cancellationToken)
    {
        if (entry.Step.Kind is StepKind.SyncPeering or StepKind.DeletePeering) return;
        reporter.Verbose(Wording.Fill(PlanTexts.SayUndoing, StepWords.Short(entry.Step)));
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                if (await this.UndoOnceAsync(entry.Step, budget, cancellationToken)) entry.Fate = StepFate.Undone;
                return;
            }
            catch (PeeringException failure) when (Failures.IsBusy(failure.Error) || Failures.IsInDoubt(failure.Error) || Failures.IsStale(failure.Error))
            {
                // The write that failed may still be running; its network is busy until it has ended.
                if (!await patience.WaitAsync(failure.Error, attempt, budget, cancellationToken)) throw;
            }
        }
    }

    /// <returns>False where the side is not what this call made of it, so it is left alone.</returns>
    private async Task<bool> UndoOnceAsync(ChangeStep step, Budget budget, CancellationToken cancellationToken)
    {
        if (step.IsTag)
        {
            await port.TagAsync(step, step.TagBefore, step.TagAfter, budget, cancellationToken);
            return true;
        }

        PeeringSnapshot? found = await port.FindAsync(step.Half, step.TargetId, budget, cancellationToken);
        if (step.Kind == StepKind.CreatePeering)
        {
            if (found is null) return true;
            if (!StepOutcome.IsDone(step, found.Side)) return false;
            _ = await port.DeleteAsync(step, budget, cancellationToken);
            return true;
        }

        if (found is null) return false;
        PeeringSettings prior = step.Settings.Restoring(step.Before!.Settings).Unlike(SettingsMath.Of(found.Side));
        if (!prior.IsEmpty()) await port.PutAsync(step, found, prior, budget, cancellationToken);
        return true;
    }
}
