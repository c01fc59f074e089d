namespace PeeringTools.Health;

/// <summary>A rule about a record in one particular state, which shows the tags behind it.</summary>
internal abstract class RecordStateRule(string id, PeeringRecordState state) : HealthRule(id, PeeringSeverity.Warning)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Pair.RecordState != state) yield break;
        CaseSide[] carriers =
            [.. pair.Sides.Where(side => pair.Record.Copies.Any(copy => string.Equals(copy.VirtualNetworkId.Text, side.Side.VirtualNetworkId, StringComparison.OrdinalIgnoreCase)))];
        yield return new FoundOutcome(Directions.Of(carriers))
        {
            Evidence = [.. RecordLines.Of(pair.Record)],
            Remediation = Remedy.Look(carriers.FirstOrDefault() ?? pair.Local),
        };
    }
}
