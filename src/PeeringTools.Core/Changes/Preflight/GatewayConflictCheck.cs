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
            if (context.Plan.Final(half.Other()) is { Settings.AllowGatewayTransit: not true })
                yield return Conflict(user, PlanTexts.ConflictNoTransit, remote.Name);
        }
    }

    private static PeeringError Conflict(NetworkView user, string reason, string? detail) => PeeringError.Of(
        nameof(Errors.GatewayConflict), user.Id.Text, user.Name, Wording.Fill(reason, detail));
}
