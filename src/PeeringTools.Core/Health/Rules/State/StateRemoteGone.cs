namespace PeeringTools.Health;

internal sealed class StateRemoteGone() : HealthRule("State.RemoteGone", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.Status != PeeringPairStatus.RemoteGone) yield break;
        CaseSide gone = pair.Sides.First(side => !side.Exists);
        CaseSide left = pair.Other(gone);
        yield return new FoundOutcome(left.Direction)
        {
            Arguments = [gone.Name, left.Name],
            Evidence = [Evidence.Line("network", gone.Side.VirtualNetworkId), .. Evidence.State(left)],
            Remediation = Remedy.Remove(left, gone),
        };
    }
}
