namespace PeeringTools.Changes;

/// <summary>A network uses its own gateway or exactly one remote one, and only one that is shared with it.</summary>
internal sealed class GatewayConflictCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        foreach (Half half in context.Written.Where(half => GatewayUse.Begins(context.Plan, half)))
        {
            NetworkView user = context.Facts[half];
            ResourceId remote = context.Facts[half.Other()].Id;
            if (user.Network?.GatewayIds.Count > 0) yield return Conflict(user, PlanTexts.ConflictOwnGateway, user.Network.GatewayIds[0]);
            PeeringSide? other = user.Network?.Peerings.FirstOrDefault(
                side => side.UseRemoteGateways && !string.Equals(side.RemoteVirtualNetworkId, remote.Text, StringComparison.OrdinalIgnoreCase));
            if ((other?.Name ?? context.Estate.GatewayPeeringOf(user.Id)) is string taken)
                yield return Conflict(user, PlanTexts.ConflictOtherPeering, taken);
        }

        foreach (Half half in PreflightContext.Halves.Where(half => EndsWithoutTransit(context.Plan, half)))
            yield return Conflict(context.Facts[half], PlanTexts.ConflictNoTransit, context.Facts[half.Other()].Name);
    }

    /// <summary>Azure refuses any write of either side that leaves one using a gateway that the other does not share, whoever began that.</summary>
    private static bool EndsWithoutTransit(ChangePlan plan, Half half) =>
        plan.Steps.Any(step => step.Kind is StepKind.CreatePeering or StepKind.UpdatePeering)
        && plan.Final(half)?.Settings.UseRemoteGateways == true
        && plan.Final(half.Other()) is { Settings.AllowGatewayTransit: not true };

    private static PeeringError Conflict(NetworkView user, string reason, string? detail) => PeeringError.Of(
        nameof(Errors.GatewayConflict), user.Id.Text, user.Name, Wording.Fill(reason, detail));
}
