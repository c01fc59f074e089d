namespace PeeringTools.Changes;

/// <summary>What became of every step of a plan, kept while it is carried out.</summary>
internal sealed class ChangeJournal
{
    public ChangeJournal(ChangePlan plan) => (Plan, Entries) = (plan, [.. plan.Steps.Select(step => new JournalEntry(step))]);

    public ChangePlan Plan { get; }

    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>What the caller is told when the plan did not end as planned.</summary>
    public PeeringError? Error { get; set; }

    /// <summary>Why a side that was there before is not as it was, although every step was taken back; null where all is.</summary>
    public PeeringError? Leftover { get; set; }

    /// <summary>True when the caller stopped the run while this plan was being carried out.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>Steps whose effect stands, or may stand.</summary>
    public IEnumerable<JournalEntry> InEffect => Entries.Where(entry => entry.Fate is StepFate.Done or StepFate.InDoubt);

    /// <summary>True once a write has been sent that was not plainly refused.</summary>
    public bool HasWritten => Entries.Any(entry => entry.Fate is StepFate.Done or StepFate.InDoubt or StepFate.Undone);

    /// <summary>Whether a half's side exists now: true, false, or null where a write's result is not known.</summary>
    public bool? Exists(Half half)
    {
        bool? exists = Plan.Facts.Side(half) is not null;
        foreach (JournalEntry entry in Entries.Where(e => e.Step.Half == half && e.Step.Kind is StepKind.CreatePeering or StepKind.DeletePeering))
        {
            if (entry.Fate == StepFate.InDoubt) exists = null;
            if (entry.Fate is StepFate.Done or StepFate.AlreadyGone) exists = entry.Step.Kind == StepKind.CreatePeering;
            if (entry.Fate == StepFate.Undone) exists = entry.Step.Kind == StepKind.DeletePeering;
        }

        return exists;
    }
}

/// <summary>One step and what became of it.</summary>
internal sealed class JournalEntry(ChangeStep step)
{
    public ChangeStep Step { get; } = step;

    public StepFate Fate { get; set; }

    /// <summary>True for a write whose answer was not waited for; it may still arrive.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Why it could not be taken back.</summary>
    public PeeringError? UndoTrouble { get; set; }

    /// <summary>Settles a write in doubt by what was read after it.</summary>
    /// <param name="found">The side; null where there is none.</param>
    /// <param name="mayArrive">True while a write that is not to be seen yet may still arrive.</param>
    public void Resolve(PeeringSide? found, bool mayArrive)
    {
        if (Fate != StepFate.InDoubt || StepOutcome.IsUnderWay(found)) return;
        if (StepOutcome.IsDone(Step, found)) Fate = StepFate.Done;
        else if (!mayArrive) Fate = StepFate.NotDone;
    }
}

internal enum StepFate
{
    /// <summary>Nothing of it was sent, or what was sent was plainly refused.</summary>
    NotDone,

    /// <summary>A write was sent and its result is not known. It may still arrive.</summary>
    InDoubt,

    Done,

    /// <summary>What was to be deleted was not there any more.</summary>
    AlreadyGone,

    Undone,
}
