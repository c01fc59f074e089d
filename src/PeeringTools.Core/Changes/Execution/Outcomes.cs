using PeeringTools.Access;

namespace PeeringTools.Changes;

/// <summary>Turns what became of a plan into what its command returns.</summary>
internal sealed class Outcomes(NetworkAccess access, ChangeOptions options)
{
    public static ChangeOutcome Blocked(ChangePlan plan) => new() { Plan = plan, Errors = plan.Problems };

    public static ChangeOutcome Held(ChangePlan plan, string reason) => new() { Plan = plan, Held = reason };

    public static ChangeOutcome OutOfTime(ChangePlan plan) => new() { Plan = plan, Held = ExpiryTexts.NotBegun, IsRemaining = true };

    public static ChangeOutcome NotStarted(ChangePlan plan) => new() { Plan = plan, Interrupted = true };

    public async Task<ChangeOutcome> OfAsync(ChangeJournal journal, Budget budget, CancellationToken cancellationToken)
    {
        if (journal.Error is not null || journal.IsInterrupted) return Unfinished(journal);
        ChangePlan plan = journal.Plan;
        ResultReader reader = new(access, journal, new PeeringPort(plan, access, new Patience(access.Reporter, options.Jitter)));
        if (plan.Request.Kind == ChangeKind.Remove) return this.OfRemove(journal, reader);
        try
        {
            // Nothing was written, and the plan was made from live reads.
            if (plan.Steps.Count == 0) return Finished(journal, reader.AsPlanned(), null);
            (PeeringPair pair, PeeringError? problem) = await new Verification(access, plan, reader).RunAsync(budget, cancellationToken);
            return Finished(journal, pair, problem);
        }
        catch (PeeringException failure)
        {
            PeeringError error = journal.HasWritten ? Verification.Unread(plan, failure.Error) : failure.Error;
            return new ChangeOutcome { Plan = plan, Changed = journal.HasWritten, Errors = [error] };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            journal.IsInterrupted = true;
            journal.Error = UnfinishedWords.Interrupted(journal);
            return Unfinished(journal);
        }
    }

    private static ChangeOutcome Unfinished(ChangeJournal journal) => new()
    {
        Plan = journal.Plan,
        Changed = journal.InEffect.Any() || journal.Leftover is not null,
        Interrupted = journal.IsInterrupted,
        Errors = journal.Error is null ? [] : [journal.Error],
    };

    private static ChangeOutcome Finished(ChangeJournal journal, PeeringPair pair, PeeringError? problem) => new()
    {
        Plan = journal.Plan,
        Pair = pair,
        Sync = journal.Plan.Request.Kind == ChangeKind.Sync ? SyncResults.Of(journal, pair) : null,
        Changed = journal.HasWritten,
        Errors = problem is null ? journal.Plan.Remainder : [problem, .. journal.Plan.Remainder],
    };

    private ChangeOutcome OfRemove(ChangeJournal journal, ResultReader reader)
    {
        ChangePlan plan = journal.Plan;
        PeeringPair before = reader.AsPlanned();
        before.Changed = false;
        JournalEntry[] deleted = [.. journal.Entries.Where(e => e.Step.Kind == StepKind.DeletePeering && e.Fate == StepFate.Done)];
        Half[] kept = [.. new[] { Half.Local, Half.Remote }.Where(half => !deleted.Any(entry => entry.Step.Half == half))];
        return new ChangeOutcome
        {
            Plan = plan,
            Changed = journal.HasWritten,
            Removal = new PeeringRemoval
            {
                PairId = plan.Request.PairId,
                LocalVirtualNetworkId = plan.Facts.Local.Id.Text,
                RemoteVirtualNetworkId = plan.Facts.Remote.Id.Text,
                Before = before,
                RemovedIds = [.. deleted.Select(entry => entry.Step.TargetId.Text)],
                NotRemovedFrom = [.. kept.Select(half => plan.Facts[half].Id.Text)],
                Owner = before.Owner,
                Ticket = before.Ticket,
                ChangeReference = plan.Request.ChangeReference,
                OtherOperatorCommand = plan.OtherOperatorCommand,
                RemovedOn = access.Clock.GetUtcNow().UtcDateTime,
            },
        };
    }
}
