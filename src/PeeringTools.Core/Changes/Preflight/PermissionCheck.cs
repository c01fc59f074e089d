namespace PeeringTools.Changes;

/// <summary>The actions each write needs, at the scope where Azure checks them. What cannot be read is said, not guessed.</summary>
internal sealed class PermissionCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        IEnumerable<(Half Half, string Action)> needed = context.Plan.Steps.SelectMany(step => PermissionNeeds.Of(step)).Distinct();
        foreach ((Half half, string action) in needed)
        {
            NetworkView network = context.Facts[half];
            // One that could not be read is reported as that.
            if (network.Network is null) continue;
            // peer/action is asked of the identity that writes the other half; rights were read by this half's own.
            bool isOthers = action == PermissionNeeds.PeerAction && network.Arm != context.Facts[half.Other()].Arm;
            bool? allowed = isOthers ? null : network.Rights.Allows(action);
            if (allowed == false) yield return PeeringError.Of(nameof(Errors.MissingPermission), network.Id.Text, action, network.Id);
            if (allowed is null) context.Warn(PlanTexts.WarnPermissionUnknown, action, network.Name);
        }
    }
}
