namespace PeeringTools.Changes;

/// <summary>Says what a change that did not end as planned has left: which side exists, what may still run, how to finish or undo it.</summary>
internal static class UnfinishedWords
{
    /// <summary>The failure itself where nothing is left of the change; PeeringHalfMade where something is.</summary>
    public static PeeringError Failed(ChangeJournal journal, PeeringError cause)
    {
        if (journal.InEffect.Any() || journal.Leftover is not null)
        {
            return Of(nameof(Errors.PeeringHalfMade), journal, Wording.Fill(PlanTexts.UnfinishedFailed, cause.Message)) with
            {
                AzureCode = cause.AzureCode,
                HttpStatus = cause.HttpStatus,
                RequestId = cause.RequestId,
            };
        }

        return journal.HasWritten ? cause with { Message = cause.Message.TrimEnd('.') + ". " + PlanTexts.UndoneAll } : cause;
    }

    public static PeeringError Interrupted(ChangeJournal journal) =>
        Of(nameof(Errors.PeeringInterrupted), journal, PlanTexts.UnfinishedInterrupted);

    private static PeeringError Of(string id, ChangeJournal journal, string head)
    {
        ChangePlan plan = journal.Plan;
        List<string> words = [head];
        words.Add(Wording.Fill(PlanTexts.UnfinishedSides, Exists(journal, Half.Local), Exists(journal, Half.Remote)));
        foreach (JournalEntry entry in journal.InEffect)
        {
            if (entry.Fate == StepFate.InDoubt) words.Add(Wording.Fill(PlanTexts.UnfinishedInDoubt, StepWords.Short(entry.Step)));
            if (entry.UndoTrouble is PeeringError trouble) words.Add(Wording.Fill(PlanTexts.UnfinishedUndo, StepWords.Short(entry.Step), trouble.Message));
        }

        if (journal.Leftover is PeeringError leftover) words.Add(leftover.Message);
        string finish = journal.Leftover is null ? CommandText.Finish(plan) : CommandText.Repair(plan);
        string action = Wording.Fill(PlanTexts.UnfinishedAction, finish, CommandText.Undo(plan));
        return PeeringError.Of(id, TargetOf(journal), string.Join(" ", words), action);
    }

    private static string Exists(ChangeJournal journal, Half half)
    {
        string network = journal.Plan.Facts[half].Name;
        bool isKnown = journal.Plan.Facts[half].Network is not null;
        return (isKnown ? journal.Exists(half) : null) switch
        {
            true => Wording.Fill(PlanTexts.SideExists, network),
            false => Wording.Fill(PlanTexts.SideAbsent, network),
            null => Wording.Fill(PlanTexts.SideUnknown, network),
        };
    }

    private static string TargetOf(ChangeJournal journal) =>
        journal.InEffect.Select(entry => entry.Step.TargetId.Text).LastOrDefault() ?? journal.Plan.Request.LocalId.Text;

}
