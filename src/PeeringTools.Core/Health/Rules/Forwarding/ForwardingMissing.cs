using PeeringTools.Changes;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <remarks>
/// The flag on A's side lets A accept packets from B that did not start in B. So the side that sends through an appliance in the peer needs
/// it for the answers, and the side that others reach through an appliance in the peer needs it for what they send.
/// </remarks>
internal sealed class ForwardingMissing() : HealthRule("Forwarding.Missing", PeeringSeverity.Error, SurroundingKinds.RouteTables)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides.Where(side => !side.Side.AllowForwardedTraffic))
        {
            CaseSide other = pair.Other(side);
            AddressPrefix[] peer = Detours.InForce(side);
            Detour[] needing =
            [
                .. pair.Estate.Detours.AcrossPeering(side).Where(detour => !Prefixes.Contain(peer, detour.Prefix)),
                .. other.Network is null ? [] : pair.Estate.Detours.ThroughTo(other.Network, side),
            ];
            if (needing.Length == 0) continue;
            yield return new FoundOutcome(side.Direction)
            {
                Arguments = [side.Name, other.Name, needing[0].Name, needing[0].Route.NextHopIpAddress],
                Evidence = [Evidence.Line($"{side.Name} allowForwardedTraffic", false), .. Evidence.List("route", [.. needing.Select(detour => $"{detour.Id} ({detour.Route})")])],
                Remediation = Remedy.Set(
                    pair, new PairFlags { AllowForwardedTraffic = Directions.With(pair, side, true, s => s.AllowForwardedTraffic) }),
            };
        }
    }
}
