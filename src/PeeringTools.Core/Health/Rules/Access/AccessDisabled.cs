using PeeringTools.Changes;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class AccessDisabled() : HealthRule("Access.Disabled", PeeringSeverity.Warning)
{
    private const string ParkedMessage = "Parked";

    public override SurroundingKinds Uses => SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.NetworkInterfaces;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        CaseSide[] existing = [.. pair.Sides.Where(side => side.Exists)];
        CaseSide[] closed = [.. existing.Where(side => !side.IsOpen)];
        bool isParked = closed.Length > 0 && pair.Record.Record?.Parked is not null;
        // Access at one end only is Access.Asymmetric, unless somebody parked the pair so.
        if (closed.Length == 0 || (closed.Length < existing.Length && !isParked)) yield break;
        yield return new FoundOutcome(Directions.Of(closed))
        {
            Text = isParked ? ParkedMessage : RuleTexts.Message,
            Severity = isParked ? PeeringSeverity.Information : null,
            Arguments = [string.Join("', '", closed.Select(side => side.Name))],
            Evidence = [.. existing.Select(AccessLine), .. StillOpen.Lines(pair)],
            Remediation = isParked
                ? Remedy.Enable(pair)
                : Remedy.Set(pair, new PairFlags { AllowVirtualNetworkAccess = Directions.Of(existing) }),
        };
    }

    private static string AccessLine(CaseSide side) => Evidence.Line($"{side.Name} allowVirtualNetworkAccess", side.Side.AllowVirtualNetworkAccess);
}
