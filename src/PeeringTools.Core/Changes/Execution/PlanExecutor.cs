using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Carries out one plan: its writes in order, and when one fails or the caller stops, what must follow.</summary>
internal sealed class PlanExecutor(NetworkAccess access, ChangeOptions options)
{
    /// <summary>Writes. The caller holds both networks for as long as this runs.</summary>
    public async Task<ChangeJournal> WriteAsync(ChangePlan plan, Budget budget, CancellationToken cancellationToken)
    {
        ChangeJournal journal = new(plan);
        Patience patience = new(access.Reporter, options.Jitter);
        PeeringPort port = new(plan, access, patience);
        try
        {
            await this.RunStepsAsync(journal, new StepRunner(port, patience), budget, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await this.InterruptAsync(journal, port);
        }
        catch (PeeringException failure)
        {
            await this.FailAsync(journal, port, patience, failure.Error, cancellationToken);
        }

        return journal;
    }

    private async Task RunStepsAsync(ChangeJournal journal, StepRunner runner, Budget budget, CancellationToken cancellationToken)
    {
        for (int i = 0; i < journal.Entries.Count; i++)
        {
            access.Reporter.Verbose(Wording.Fill(
                PlanTexts.SayStep, i + 1, journal.Entries.Count, StepWords.Short(journal.Entries[i].Step)));
            await runner.RunAsync(journal.Entries[i], budget, cancellationToken);
        }
    }

    private async Task FailAsync(
        ChangeJournal journal, PeeringPort port, Patience patience, PeeringError cause, CancellationToken cancellationToken)
    {
        Rollback rollback = new(port, patience, access.Reporter);
        Budget budget = new(access.Clock, options.RollbackTimeout);
        // A removal is wanted to its end, and prefixes once synced are the truth: neither is taken back.
        bool keeps = journal.Plan.Request.NoRollback || journal.Plan.Request.Kind is ChangeKind.Remove or ChangeKind.Sync;
        try
        {
            if (keeps) await rollback.ResolveAsync(journal, budget, cancellationToken);
            else await rollback.RunAsync(journal, budget, cancellationToken);
            journal.Error = UnfinishedWords.Failed(journal, cause);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await this.InterruptAsync(journal, port);
        }
    }

    /// <summary>After a stop nothing is sent but one read, of the side whose write was cut off; all else is known.</summary>
    private async Task InterruptAsync(ChangeJournal journal, PeeringPort port)
    {
        journal.IsInterrupted = true;
        if (journal.Entries.LastOrDefault(entry => entry.Fate == StepFate.InDoubt && !entry.Step.IsTag) is JournalEntry open)
        {
            Budget budget = new(access.Clock, options.LastReadTimeout);
            try
            {
                open.Resolve(await port.ReadOnceAsync(open.Step, budget), mayArrive: open.IsCutOff);
            }
            catch (PeeringException trouble)
            {
                access.Reporter.Verbose(trouble.Message);
            }
        }

        if (journal.HasWritten) journal.Error = UnfinishedWords.Interrupted(journal);
    }
}
