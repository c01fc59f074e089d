using PeeringTools.Changes;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class ForwardingUnused() : HealthRule("Forwarding.Unused", PeeringSeverity.Warning, SurroundingKinds.RouteTables)
{
    private const SurroundingKinds Forwarders = SurroundingKinds.NetworkInterfaces | SurroundingKinds.ScaleSetInterfaces | SurroundingKinds.Firewalls;

    public override SurroundingKinds Uses => Forwarders;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides.Where(side => side.Side.AllowForwardedTraffic))
        {
            CaseSide other = pair.Other(side);
            if (pair.Estate.Detours.AcrossPeering(side).Any() || (other.Network is not null && pair.Estate.Resources.HasAppliance(other.Network))) continue;
            if (ReadCheck.WhyUnread(pair.Estate.Estate, other, Forwarders) is string why)
            {
                yield return new SkippedOutcome(PeeringSkipReason.NotRead, why);
                continue;
            }

            yield return new FoundOutcome(side.Direction)
            {
                Arguments = [side.Name, other.Name],
                Evidence = [Evidence.Line($"{side.Name} allowForwardedTraffic", true), Evidence.Line($"{other.Name} appliances", 0)],
                Remediation = Remedy.Set(
                    pair, new PairFlags { AllowForwardedTraffic = Directions.With(pair, side, false, s => s.AllowForwardedTraffic) }),
            };
        }
    }
}
