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
        ChangeStep[] locked = [.. context.Plan.Steps.Where(step => step.Half == half && Covers(found, step.TargetId))];
        if (locked.Length == 0) return null;
        if (Is(found, "ReadOnly")) return nameof(Errors.ReadOnlyLock);
        if (!Is(found, "CanNotDelete")) return null;
        if (locked.Any(step => step.Kind == StepKind.DeletePeering)) return nameof(Errors.DeleteLock);
        if (locked.Any(step => step.Kind == StepKind.CreatePeering)) context.Warn(PlanTexts.WarnNoRollback, found.Name, found.Scope, context.Facts[half].Name);
        return null;
    }

    /// <summary>A lock may be on one peering of many.</summary>
    private static bool Covers(ManagementLock found, ResourceId target) =>
        (target.Text + "/").StartsWith(found.Scope + "/", StringComparison.OrdinalIgnoreCase);

    private static bool Is(ManagementLock found, string level) => string.Equals(found.Level, level, StringComparison.OrdinalIgnoreCase);
}
