namespace PeeringTools.Health;

internal sealed class CostRegional() : HealthRule("Cost.Regional", PeeringSeverity.Information)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.IsGlobal != false) yield break;
        yield return new FoundOutcome(PeeringDirection.Both)
        {
            Arguments = [pair.Local.Name, pair.Remote.Name, BillingZones.Normal(pair.Local.Side.Location)],
            Evidence = [.. pair.Sides.Select(side => Evidence.Line($"{side.Name} region", side.Side.Location))],
        };
    }
}
