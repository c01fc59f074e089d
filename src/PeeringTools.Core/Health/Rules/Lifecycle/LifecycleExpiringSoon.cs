using PeeringTools.Records;

namespace PeeringTools.Health;

internal sealed class LifecycleExpiringSoon() : HealthRule("Lifecycle.ExpiringSoon", PeeringSeverity.Warning)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.RecordState != PeeringRecordState.Ok || pair.Pair.ExpiresOn is not DateTime end) yield break;
        TimeSpan left = end - pair.Now;
        if (left <= TimeSpan.Zero || left > Soon) yield break;
        yield return new FoundOutcome(PeeringDirection.None)
        {
            Arguments = [Instants.Say(end), (int)Math.Ceiling(left.TotalDays)],
            Evidence = [Evidence.Line("expires", Instants.Say(end)), .. RecordLines.Of(pair.Pair)],
            Remediation = Remedy.Extend(pair, end.AddDays(30)),
        };
    }
}
