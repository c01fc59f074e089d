namespace PeeringTools.Changes;

/// <summary>What is left for the operator of the other half when a call writes only its own.</summary>
internal static class OtherOperator
{
    /// <summary>The mirrored command; null where the other half is known to be as it should be.</summary>
    public static string? CommandFor(ChangePlan plan)
    {
        PeeringSide? other = plan.Facts.Side(Half.Remote);
        bool isKnown = plan.Facts.Remote.Network is not null;
        bool isDone = plan.Request.Kind switch
        {
            ChangeKind.New or ChangeKind.Repair => other is { PeeringState: not "Disconnected" },
            ChangeKind.Remove => isKnown && other is null,
            ChangeKind.Sync => other?.PeeringSyncLevel is "FullyInSync" or "RemoteNotInSync",
            _ when plan.Request.Parking == Parking.None && plan.Request.Flags.For(Half.Remote).IsEmpty() => true,
            _ => other is not null && plan.Request.Flags.For(Half.Remote).Unlike(SettingsMath.Of(other)).IsEmpty(),
        };
        return isDone ? null : CommandText.ForOtherOperator(plan.Request);
    }
}
