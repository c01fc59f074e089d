namespace PeeringTools.Changes;

/// <summary>Reads out of a side whether a step may still be done, has been done, or is being done.</summary>
internal static class StepOutcome
{
    /// <summary>Why a step no longer fits what is there, in words; null where it fits.</summary>
    public static string? Conflict(ChangeStep step, PeeringSide? found) => (step.Before, found) switch
    {
        (null, null) => null,
        (null, not null) => PlanTexts.MeanwhileCreated,
        (not null, null) => PlanTexts.MeanwhileDeleted,
        // Removing one half is what makes the other Disconnected.
        _ => step.Before.DifferenceTo(found) ?? (step.Kind == StepKind.DeletePeering ? null : step.Before.LossSeenBy(found)),
    };

    /// <summary>True when a side reads as this step would leave it.</summary>
    public static bool IsDone(ChangeStep step, PeeringSide? found)
    {
        if (step.Kind == StepKind.DeletePeering) return found is null;
        if (found is null) return false;
        bool isWritten = step.Settings.Unlike(SettingsMath.Of(found)).IsEmpty();
        return step.Kind switch
        {
            StepKind.SyncPeering => found.PeeringSyncLevel is not ("LocalNotInSync" or "LocalAndRemoteNotInSync"),
            // A write of nothing but the side itself is done when it has woken up the side, or ended its failure.
            StepKind.UpdatePeering => isWritten && found.PeeringState != "Disconnected",
            _ => isWritten,
        };
    }

    public static bool IsUnderWay(PeeringSide? found) => found?.ProvisioningState is "Updating" or "Creating" or "Deleting";
}
