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

            if (MustStopAt(entry)) return;
        }

        await this.RestoreWaitingAsync(journal, budget, cancellationToken);
    }

    private async Task RestoreWaitingAsync(ChangeJournal journal, Budget budget, CancellationToken cancellationToken)
    {
        WaitingSide waiting = new(journal.Plan, port, patience);
        foreach (JournalEntry entry in journal.Entries.Where(e => e.Fate == StepFate.Undone && e.Step.Kind == StepKind.CreatePeering))
        {
            try
            {
                await waiting.RestoreAsync(entry.Step.Half, budget, cancellationToken);
            }
            catch (PeeringException trouble)
            {
                journal.Leftover = trouble.Error;
            }
        }
    }

    /// <summary>
    /// Finds out what became of the writes whose result is unknown, and changes nothing. One that is still being carried out is
    /// waited for: whoever comes to its networks next would only meet it.
    /// </summary>
    public async Task ResolveAsync(ChangeJournal journal, Budget budget, CancellationToken cancellationToken)
    {
        foreach (JournalEntry entry in journal.Entries.Where(e => e.Fate == StepFate.InDoubt && !e.Step.IsTag))
        {
            try
            {
                PeeringSnapshot? found = await this.FindAtRestAsync(entry.Step, budget, cancellationToken);
                entry.Resolve(found?.Side, mayArrive: false);
            }
            catch (PeeringException trouble)
            {
                entry.UndoTrouble = trouble.Error;
            }
        }
    }

    /// <summary>
    /// A write that may still be running keeps both networks busy. And a side that stays keeps what was made before it: the
    /// record that ends it, and its counterpart, without which it would be Disconnected.
    /// </summary>
    private static bool MustStopAt(JournalEntry entry) =>
        !entry.Step.IsTag
        && (entry.Fate == StepFate.InDoubt || (entry.Fate == StepFate.Done && entry.Step.Kind == StepKind.CreatePeering));

    private async Task UndoAsync(JournalEntry entry, Budget budget, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await (entry.Step.IsTag ? this.UndoTagAsync(entry, budget, cancellationToken) : this.UndoPeeringAsync(entry, budget, cancellationToken));
                return;
            }
            catch (PeeringException failure) when (Failures.IsBusy(failure.Error) || Failures.IsInDoubt(failure.Error) || Failures.IsStale(failure.Error))
            {
                // The write that failed may still be running; its network is busy until it has ended.
                if (!await patience.WaitAsync(failure.Error, attempt, budget, cancellationToken)) throw;
            }
        }
    }

    private async Task UndoTagAsync(JournalEntry entry, Budget budget, CancellationToken cancellationToken)
    {
        this.Say(entry);
        await port.TagAsync(entry.Step, entry.Step.TagBefore, entry.Step.TagAfter, budget, cancellationToken);
        entry.Fate = StepFate.Undone;
    }

    private async Task UndoPeeringAsync(JournalEntry entry, Budget budget, CancellationToken cancellationToken)
    {
        ChangeStep step = entry.Step;
        PeeringSnapshot? found = await this.FindAtRestAsync(step, budget, cancellationToken);
        if (entry.Fate == StepFate.Done && found is null && step.Kind == StepKind.CreatePeering) entry.Fate = StepFate.Undone;
        entry.Resolve(found?.Side, mayArrive: false);
        // Somebody else made something else of it, or it cannot be taken back: it stays, and is said.
        if (entry.Fate is StepFate.NotDone or StepFate.Undone || found is null || !StepOutcome.IsDone(step, found.Side)) return;
        this.Say(entry);
        if (step.Kind == StepKind.CreatePeering)
        {
            _ = await port.DeleteAsync(step, budget, cancellationToken);
            entry.Fate = StepFate.Undone;
        }

        if (step.Kind != StepKind.UpdatePeering) return;
        PeeringSettings prior = step.Settings.Restoring(step.Before!.Settings).Unlike(SettingsMath.Of(found.Side));
        if (!prior.IsEmpty()) await port.PutAsync(step, found, prior, budget, cancellationToken);
        // A side that was woken up stays awake: it cannot be made Disconnected again.
        if (!step.Before.IsDisconnected) entry.Fate = StepFate.Undone;
    }

    /// <summary>Reads until the write that failed has ended in Azure: nothing is sent to a network that is still busy with it.</summary>
    private async Task<PeeringSnapshot?> FindAtRestAsync(ChangeStep step, Budget budget, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            PeeringSnapshot? found = await port.FindAsync(step.Half, step.TargetId, budget, cancellationToken);
            if (!StepOutcome.IsUnderWay(found?.Side)) return found;
            PeeringError running = PeeringError.Of(
                nameof(Errors.ProvisioningNotSucceeded), step.TargetId.Text, step.TargetId, found!.Side.ProvisioningState);
            if (!await patience.WaitAsync(running, attempt, budget, cancellationToken)) throw new PeeringException(running);
        }
    }

    private void Say(JournalEntry entry) =>
        reporter.Verbose(Wording.Fill(PlanTexts.SayUndoing, StepWords.Short(entry.Step)));
}
