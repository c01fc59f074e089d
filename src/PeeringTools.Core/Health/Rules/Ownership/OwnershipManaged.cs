namespace PeeringTools.Health;

internal sealed class OwnershipManaged() : HealthRule("Ownership.Managed", PeeringSeverity.Information)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.ManagedBy is not string owner) yield break;
        yield return new FoundOutcome(PeeringDirection.None)
        {
            Arguments = [owner, pair.Pair.ManagedEvidence],
            Evidence = [Evidence.Line("managed by", owner), Evidence.Line("concluded from", pair.Pair.ManagedEvidence)],
            Remediation = Remedy.Look(pair.Local),
        };
    }
}
