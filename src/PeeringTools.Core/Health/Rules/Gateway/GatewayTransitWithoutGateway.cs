using PeeringTools.Changes;

namespace PeeringTools.Health;

internal sealed class GatewayTransitWithoutGateway() : HealthRule("Gateway.TransitWithoutGateway", PeeringSeverity.Warning)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair) =>
        from side in pair.Sides
        where side.Side.AllowGatewayTransit && side.Network is { GatewayIds.Count: 0 }
        select new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name],
            Evidence = [Evidence.Line($"{side.Name} allowGatewayTransit", true), Evidence.Line($"{side.Name} gateways", 0)],
            Remediation = Remedy.Set(
                pair, new PairFlags { AllowGatewayTransit = Directions.With(pair, side, false, s => s.AllowGatewayTransit) }),
        };
}
