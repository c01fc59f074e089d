using PeeringTools.Changes;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class AccessAsymmetric() : HealthRule("Access.Asymmetric", PeeringSeverity.Warning)
{
    public override SurroundingKinds Uses => SurroundingKinds.NetworkSecurityGroups | SurroundingKinds.NetworkInterfaces;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (!pair.Sides.All(side => side.Exists) || pair.Local.IsOpen == pair.Remote.IsOpen || pair.Record.Record?.Parked is not null) yield break;
        CaseSide open = pair.Local.IsOpen ? pair.Local : pair.Remote;
        CaseSide closed = pair.Other(open);
        yield return new FoundOutcome(closed.Direction)
        {
            Arguments = [open.Name, closed.Name],
            Evidence =
            [
                Evidence.Line($"{open.Name} allowVirtualNetworkAccess", true),
                Evidence.Line($"{closed.Name} allowVirtualNetworkAccess", false),
                .. StillOpen.Lines(pair),
            ],
            Remediation = Remedy.Set(pair, new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both }),
        };
    }
}
