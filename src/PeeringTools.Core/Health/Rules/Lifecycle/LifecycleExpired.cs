using PeeringTools.Records;

namespace PeeringTools.Health;

internal sealed class LifecycleExpired() : HealthRule("Lifecycle.Expired", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.RecordState != PeeringRecordState.Ok || pair.Pair.ExpiresOn is not DateTime end || end > pair.Now) yield break;
        yield return new FoundOutcome(PeeringDirection.None)
        {
            Arguments = [Instants.Say(end)],
            Evidence = [Evidence.Line("expires", Instants.Say(end)), .. RecordLines.Of(pair.Pair)],
            Remediation = Remedy.Remove(pair.Local, pair.Remote),
        };
    }
}
