namespace PeeringTools.Health;

/// <summary>The last of the state rules: where a pair has a worse state, that says it all.</summary>
internal sealed class StateNotProvisioned() : HealthRule("State.NotProvisioned", PeeringSeverity.Warning)
{
    private const string Succeeded = "Succeeded";

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        bool isWhole = pair.Pair.Status is PeeringPairStatus.Connected or PeeringPairStatus.Unknown
            || (pair.Pair.Status == PeeringPairStatus.Initiated && pair.Pair.MissingSide == PeeringDirection.None);
        if (!isWhole) yield break;
        CaseSide[] unfinished = [.. pair.Sides.Where(side => side.Side.ProvisioningState is string state && state != Succeeded)];
        if (unfinished.Length == 0) yield break;
        yield return new FoundOutcome(Directions.Of(unfinished))
        {
            Arguments = [string.Join(", ", unfinished.Select(side => $"{side.Name} ({side.Side.ProvisioningState})"))],
            Evidence = [.. unfinished.Select(side => Evidence.Line($"{side.Name} provisioningState", side.Side.ProvisioningState))],
            Remediation = Remedy.Look(unfinished[0]),
        };
    }
}
