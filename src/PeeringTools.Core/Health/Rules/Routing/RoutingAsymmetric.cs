using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class RoutingAsymmetric() : HealthRule("Routing.Asymmetric", PeeringSeverity.Warning, SurroundingKinds.RouteTables)
{
    public override SurroundingKinds Uses => SurroundingKinds.Appliances;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides)
        {
            CaseSide other = pair.Other(side);
            if (other.Network is null) continue;
            foreach (Detour detour in pair.Estate.Detours.OverPeering(side).Where(detour => detour.IsAppliance))
            {
                Appliance appliance = Appliance.Of(pair.Estate.Model, detour);
                if (appliance.State is ApplianceState.Nobody or ApplianceState.DoesNotForward) continue;
                string[] direct = [.. DirectAnswers(pair.Estate.Model, detour, other.Network, appliance.Owner?.Place)];
                if (direct.Length == 0) continue;
                yield return new FoundOutcome(side.Direction)
                {
                    Arguments = [side.Name, detour.Prefix, other.Name, appliance.Name],
                    Evidence = [.. detour.Lines(), .. Evidence.List("answers", direct)],
                    Remediation = Remedy.Show("network vnet subnet", [.. detour.Subnets.Select(place => place.Subnet.Id).Take(5)]),
                };
            }
        }
    }

    /// <summary>Pairs of subnets whose answers take no appliance. The appliance's own subnet answers for itself, and so do gateways and firewalls.</summary>
    private static IEnumerable<string> DirectAnswers(RoutingModel model, Detour detour, VirtualNetwork peer, SubnetPlace? appliance)
    {
        foreach (Subnet subnet in peer.Subnets.Where(subnet => IsAsked(subnet, appliance) && Prefixes.Read(subnet.AddressPrefixes).Any(detour.Prefix.Overlaps)))
        {
            SubnetPlace answering = new(peer, subnet);
            foreach (SubnetPlace asking in detour.Subnets.Where(place => IsAsked(place.Subnet, appliance)))
            {
                if (Prefixes.Read(asking.Subnet.AddressPrefixes).Select(prefix => (AddressPrefix?)prefix.AddressAt(4)).FirstOrDefault() is not AddressPrefix address) continue;
                if (model.Choose(answering, address).Route is Route { NextHopType: NextHops.Peering or NextHops.GlobalPeering } back)
                    yield return $"{answering} -> {asking}: {back}";
            }
        }
    }

    private static bool IsAsked(Subnet subnet, SubnetPlace? appliance) =>
        subnet.Name is not (Subnet.Gateway or Subnet.Firewall or Subnet.FirewallManagement or Subnet.RouteServer)
        && !string.Equals(subnet.Id, appliance?.Subnet.Id, StringComparison.OrdinalIgnoreCase);
}
