namespace PeeringTools.Health;

internal sealed class LifecycleRecordLost() : HealthRule("Lifecycle.RecordLost", PeeringSeverity.Warning)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (!pair.HasBaseline)
        {
            yield return new SkippedOutcome(PeeringSkipReason.NoBaseline, HealthTexts.SkippedNoBaseline);
            yield break;
        }

        if (pair.Pair.RecordState != PeeringRecordState.None || pair.Baseline is not { RecordState: PeeringRecordState.Ok } earlier) yield break;
        yield return new FoundOutcome(PeeringDirection.None)
        {
            Evidence =
            [
                .. earlier.ExpiresOn is DateTime end ? [Evidence.Line("expired then", Records.Instants.Say(end))] : Array.Empty<string>(),
                .. RecordLines.Of(earlier),
            ],
            Remediation = Remedy.Restore(pair, earlier),
        };
    }
}
