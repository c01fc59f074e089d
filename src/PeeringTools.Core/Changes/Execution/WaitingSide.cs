using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>
/// A side that was Initiated before this call, waiting for the one that the call made. When that one is taken back Azure
/// makes the waiting side Disconnected, which no New meets any more; written again it waits as before.
/// </summary>
internal sealed class WaitingSide(ChangePlan plan, PeeringPort port, Patience patience)
{
    /// <summary>Lets the counterpart of a deleted side wait again.</summary>
    /// <exception cref="PeeringException">It stays Disconnected, and why.</exception>
    public async Task RestoreAsync(Half deleted, Budget budget, CancellationToken cancellationToken)
    {
        Half half = deleted.Other();
        if (plan.Facts.Side(half) is not { PeeringState: "Initiated" } before) return;
        ChangeStep step = new() { Kind = StepKind.UpdatePeering, Half = half, TargetId = plan.Facts[half].Id.Peering(before.Name!) };
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                PeeringSnapshot? found = await port.FindAsync(half, step.TargetId, budget, cancellationToken);
                if (found?.Side.PeeringState != "Disconnected") return;
                if (!plan.Request.Covers(half)) throw new PeeringException(PairProblems.Disconnected(found.Side));
                await port.PutAsync(step, found, step.Settings, budget, cancellationToken);
                return;
            }
            catch (PeeringException failure) when (Failures.IsBusy(failure.Error) || Failures.IsInDoubt(failure.Error) || Failures.IsStale(failure.Error))
            {
                if (!await patience.WaitAsync(failure.Error, attempt, budget, cancellationToken)) throw;
            }
        }
    }
}
