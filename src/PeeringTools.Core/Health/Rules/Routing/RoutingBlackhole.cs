using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class RoutingBlackhole() : HealthRule("Routing.Blackhole", PeeringSeverity.Error, SurroundingKinds.RouteTables)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair) =>
        from side in pair.Sides
        from detour in pair.Estate.Detours.OverPeering(side)
        where detour.Route.NextHopType == NextHops.None
        select new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name, detour.Prefix, pair.Other(side).Name, detour.Name],
            Evidence = [.. detour.Lines()],
            Remediation = Remedy.Show("network route-table route", detour.Id),
        };
}
