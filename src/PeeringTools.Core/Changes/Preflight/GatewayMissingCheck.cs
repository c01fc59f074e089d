namespace PeeringTools.Changes;

/// <summary>A side can use a remote gateway only where one stands (RemoteVnetHasNoGateways). A Route Server counts as one.</summary>
internal sealed class GatewayMissingCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        foreach (Half half in context.Written.Where(half => GatewayUse.Begins(context.Plan, half)))
        {
            if (context.Plan.Final(half)?.Settings.DoNotVerifyRemoteGateways == true) continue;
            NetworkView owner = context.Facts[half.Other()];
            if (owner.Network is null) context.Warn(PlanTexts.WarnGatewayUnknown, owner.Name);
            else if (owner.Network.GatewayIds.Count == 0)
                yield return PeeringError.Of(nameof(Errors.GatewayMissing), owner.Id.Text, owner.Name, context.Facts[half].Name);
        }
    }
}
