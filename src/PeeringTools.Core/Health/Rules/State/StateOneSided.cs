namespace PeeringTools.Health;

internal sealed class StateOneSided() : HealthRule("State.OneSided", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.Status != PeeringPairStatus.Initiated || pair.Pair.MissingSide == PeeringDirection.None) yield break;
        CaseSide missing = pair.Sides.First(side => !side.Exists);
        CaseSide waiting = pair.Other(missing);
        yield return new FoundOutcome(missing.Direction)
        {
            Arguments = [waiting.Name, missing.Name],
            Evidence = [.. Evidence.State(waiting), .. Evidence.State(missing)],
            Remediation = Remedy.Repair(waiting, missing),
        };
    }
}
