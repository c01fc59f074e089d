using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>ReadOnly blocks every write; CanNotDelete blocks deletes, and for a create it only means that nothing can be rolled back.</summary>
internal sealed class LockCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        foreach (Half half in context.Written)
        {
            NetworkView network = context.Facts[half];
            // One that could not be read is reported as that.
            if (network.Network is null) continue;
            if (network.Rights.Locks is not IReadOnlyList<ManagementLock> locks)
            {
                context.Warn(PlanTexts.WarnLocksUnknown, network.Name);
                continue;
            }

            foreach (ManagementLock found in locks)
            {
                if (Judge(context, half, found) is string id)
                    yield return PeeringError.Of(id, found.Scope, found.Name, found.Scope, network.Name);
            }
        }
    }

    private static string? Judge(PreflightContext context, Half half, ManagementLock found)
    {
        if (Is(found, "ReadOnly")) return nameof(Errors.ReadOnlyLock);
        if (!Is(found, "CanNotDelete")) return null;
        if (context.Plan.Steps.Any(step => step.Half == half && step.Kind == StepKind.DeletePeering)) return nameof(Errors.DeleteLock);
        if (context.Plan.Creates(half)) context.Warn(PlanTexts.WarnNoRollback, found.Name, found.Scope, context.Facts[half].Name);
        return null;
    }

    private static bool Is(ManagementLock found, string level) => string.Equals(found.Level, level, StringComparison.OrdinalIgnoreCase);
}
