namespace PeeringTools.Health;

internal sealed class LifecycleNoOwner() : HealthRule("Lifecycle.NoOwner", PeeringSeverity.Warning)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.RecordState != PeeringRecordState.Ok || !string.IsNullOrEmpty(pair.Pair.Owner)) yield break;
        yield return new FoundOutcome(PeeringDirection.None)
        {
            Evidence = [.. RecordLines.Of(pair.Record)],
            Remediation = Remedy.Look(pair.Local),
        };
    }
}
