using PeeringTools.Changes;

namespace PeeringTools.Health;

internal sealed class GatewayTransitUnused() : HealthRule("Gateway.TransitUnused", PeeringSeverity.Information)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair) =>
        from side in pair.Sides
        let other = pair.Other(side)
        where side.Side.AllowGatewayTransit && side.Network?.GatewayIds.Count > 0 && !other.Side.UseRemoteGateways
        select new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name, other.Name],
            Evidence =
            [
                Evidence.Line($"{side.Name} allowGatewayTransit", true),
                Evidence.Line($"{side.Name} gateway", side.Network!.GatewayIds[0]),
                Evidence.Line($"{other.Name} useRemoteGateways", false),
            ],
            Remediation = Remedy.Set(
                pair, new PairFlags { AllowGatewayTransit = Directions.With(pair, side, false, s => s.AllowGatewayTransit) }),
        };
}
