using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class RoutingShadowed() : HealthRule("Routing.Shadowed", PeeringSeverity.Warning, SurroundingKinds.RouteTables)
{
    public override SurroundingKinds Uses => SurroundingKinds.Appliances;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides)
        {
            foreach (Detour detour in pair.Estate.Detours.OverPeering(side).Where(detour => detour.Route.NextHopType != NextHops.None))
            {
                Appliance? appliance = detour.IsAppliance ? Appliance.Of(pair.Estate.Model, detour) : null;
                // A dead one is Routing.DeadNextHop's to tell.
                if (appliance?.State is ApplianceState.Nobody or ApplianceState.DoesNotForward) continue;
                bool isInspection = appliance is not null && (appliance.State == ApplianceState.Unread || pair.Sides.Any(appliance.IsIn));
                yield return new FoundOutcome(side.Direction)
                {
                    Severity = isInspection ? PeeringSeverity.Information : null,
                    Arguments = [side.Name, detour.Prefix, pair.Other(side).Name, detour.Name, appliance?.Name ?? detour.Route.NextHopType],
                    Evidence = [.. detour.Lines()],
                    Remediation = Remedy.Show("network route-table route", detour.Id),
                };
            }
        }
    }
}
