namespace PeeringTools.Health;

internal sealed class SyncStaleCopy() : HealthRule("Sync.StaleCopy", PeeringSeverity.Error)
{
    private const string FullyInSync = "FullyInSync";

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Sides.Any(side => side.Side.PeeringSyncLevel != FullyInSync)) yield break;
        foreach (CaseSide side in pair.Sides)
        {
            CaseSide other = pair.Other(side);
            // The sides of a subnet peering hold the subnets' prefixes, not the network's.
            if (!side.Side.PeerCompleteVnets || other.Space.Count == 0 || Prefixes.Same(side.Side.RemoteAddressSpace, other.Space)) continue;
            yield return new FoundOutcome(side.Direction)
            {
                Arguments = [side.Name, other.Name],
                Evidence =
                [
                    Evidence.Line($"{side.Name} remoteAddressSpace", string.Join(", ", side.Side.RemoteAddressSpace)),
                    Evidence.Line($"{other.Name} addressSpace", string.Join(", ", other.Space)),
                ],
                Remediation = Remedy.Sync(side, other),
            };
        }
    }
}
