namespace PeeringTools.Health;

internal sealed class StateDisconnected() : HealthRule("State.Disconnected", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.Status != PeeringPairStatus.Disconnected) yield break;
        CaseSide left = pair.Sides.FirstOrDefault(side => side.Side.PeeringState == "Disconnected") ?? pair.Local;
        CaseSide lost = pair.Other(left);
        yield return new FoundOutcome(left.Direction)
        {
            Arguments = [left.Name, lost.Name],
            Evidence = [.. Evidence.State(left), .. Evidence.State(lost)],
            Remediation = Remedy.Repair(left, lost),
        };
    }
}
