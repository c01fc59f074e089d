namespace PeeringTools.Changes;

/// <summary>Whether a plan makes a side use a remote gateway that it does not use now.</summary>
internal static class GatewayUse
{
    public static bool Begins(ChangePlan plan, Half half) =>
        plan.Final(half)?.Settings.UseRemoteGateways == true
        && (plan.Creates(half) || plan.Facts.Side(half)?.UseRemoteGateways != true);
}
