namespace PeeringTools.Health;

internal sealed class CostGlobal() : HealthRule("Cost.Global", PeeringSeverity.Information)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.IsGlobal != true) yield break;
        (string local, string remote) = (BillingZones.Of(pair.Local.Side.Location), BillingZones.Of(pair.Remote.Side.Location));
        yield return new FoundOutcome(PeeringDirection.Both)
        {
            Arguments =
            [
                pair.Local.Name, BillingZones.Normal(pair.Local.Side.Location), local,
                pair.Remote.Name, BillingZones.Normal(pair.Remote.Side.Location), remote,
            ],
            Evidence = [.. pair.Sides.Select(side => Evidence.Line($"{side.Name} region", $"{side.Side.Location} ({BillingZones.Of(side.Side.Location)})"))],
        };
    }
}
