using PeeringTools.Access;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>Says how far a run is, and at its end what came of it.</summary>
internal sealed class RunProgress(NetworkAccess access, IReadOnlyList<ChangePlan> plans)
{
    private readonly long _start = access.Clock.GetTimestamp();
    private int _done;

    public void Finish(ChangeOutcome outcome)
    {
        int done = Interlocked.Increment(ref _done);
        TimeSpan spent = access.Clock.GetElapsedTime(_start);
        TimeSpan left = TimeSpan.FromTicks(spent.Ticks / done * (plans.Count - done));
        PeeringRequest request = outcome.Plan.Request;
        access.Reporter.Progress(new WorkProgress(
            Wording.Fill(PlanTexts.ProgressActivity, request.Kind),
            Wording.Fill(PlanTexts.ProgressStatus, done, plans.Count, request.LocalId.Name, request.RemoteId.Name),
            done, plans.Count, left));
    }

    public void Summarise(IReadOnlyList<ChangeOutcome> outcomes) => access.Reporter.Verbose(Wording.Fill(
        PlanTexts.SaySummary,
        outcomes.Count,
        outcomes.Count(outcome => outcome.Changed && outcome.Errors.Count == 0),
        outcomes.Count(outcome => !outcome.Changed && outcome.Errors.Count == 0 && !outcome.Interrupted),
        outcomes.Count(outcome => outcome.Errors.Count > 0),
        access.Clock.GetElapsedTime(_start)));
}
