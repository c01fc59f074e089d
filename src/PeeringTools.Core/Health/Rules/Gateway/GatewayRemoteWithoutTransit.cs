using PeeringTools.Changes;

namespace PeeringTools.Health;

internal sealed class GatewayRemoteWithoutTransit() : HealthRule("Gateway.RemoteWithoutTransit", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair) =>
        from side in pair.Sides
        let other = pair.Other(side)
        where side.Side.UseRemoteGateways && !other.Side.AllowGatewayTransit
        select new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name, other.Name],
            Evidence = [Evidence.Line($"{side.Name} useRemoteGateways", true), Evidence.Line($"{other.Name} allowGatewayTransit", false)],
            Remediation = Remedy.Set(
                pair, new PairFlags { AllowGatewayTransit = Directions.With(pair, other, true, s => s.AllowGatewayTransit) }),
        };
}
