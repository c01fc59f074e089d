namespace PeeringTools.Health;

internal sealed class StateRemoteNotVisible() : HealthRule("State.RemoteNotVisible", PeeringSeverity.Information)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.Status != PeeringPairStatus.RemoteNotVisible) yield break;
        CaseSide hidden = pair.Sides.First(side => !side.Exists);
        CaseSide seen = pair.Other(hidden);
        yield return new FoundOutcome(hidden.Direction)
        {
            Arguments = [hidden.Name, seen.Name],
            Evidence = [Evidence.Line("network", hidden.Side.VirtualNetworkId), .. Evidence.State(seen)],
        };
    }
}
