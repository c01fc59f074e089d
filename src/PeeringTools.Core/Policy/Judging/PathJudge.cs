using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>Judges the ways that a rule asks for: from each subnet of one network, through one next hop, there and back.</summary>
internal static class PathJudge
{
    private const int SmallestSubnet = 29;

    public static void Judge(PolicyJudgement judgement, PolicyRule rule, PathDemand demand, PolicySide from, PeeringDirection direction, PolicySubject subject)
    {
        if (subject.Routing is not RoutingModel routing || NetworkOf(routing, from) is not VirtualNetwork network)
        {
            judgement.Skip(rule, PolicyTexts.SurroundingsNotRead);
            return;
        }

        foreach (Subnet subnet in network.Subnets.Where(subnet => !subnet.IsPlatform))
        {
            try
            {
                JudgeFrom(new SubnetPlace(network, subnet), judgement, rule, demand, direction, routing);
            }
            catch (PeeringException unknown)
            {
                judgement.Skip(rule, unknown.Error.Message);
            }
        }
    }

    private static void JudgeFrom(
        SubnetPlace place, PolicyJudgement judgement, PolicyRule rule, PathDemand demand, PeeringDirection direction, RoutingModel routing)
    {
        AddressPrefix to = AddressOf(demand.To);
        PeeringPath path = new PathTracer(routing).Trace(place.Subnet.Id, to.Address, demand.Protocol, demand.Port);
        // Asked of the table and not of the path: where a security group stops the packet first, the path never comes to its route.
        Route? route = routing.Choose(place, to).Route;
        string[] expected = demand.Via is AddressPrefix via ? [via.Address] : [NextHops.Peering, NextHops.GlobalPeering];
        string actual = route?.NextHopIpAddress ?? route?.NextHopType ?? NextHops.None;
        if (path.Verdict == PeeringPathVerdict.Unknown)
            judgement.Skip(rule, Wording.Fill(PolicyTexts.WayUnknown, place, demand.To, path.Reason));
        else if (!expected.Any(hop => NextHops.IsNamed(hop, route?.NextHopType, route?.NextHopIpAddress)))
            judgement.Violated(rule, direction, expected[0], actual, Wording.Fill(PolicyTexts.WayDiffers, place, demand.To, actual, expected[0]));
        else if (path.Verdict == PeeringPathVerdict.Blocked)
            judgement.Violated(rule, direction, nameof(PeeringPathVerdict.Reachable), nameof(PeeringPathVerdict.Blocked), Wording.Fill(PolicyTexts.WayBlocked, place, demand.To, path.Reason));
    }

    private static VirtualNetwork? NetworkOf(RoutingModel routing, PolicySide side) =>
        ResourceId.TryParse(side.VirtualNetworkId, out ResourceId? id, out _) && routing.Estate.Networks.TryGetValue(id, out VirtualNetwork? network) ? network : null;

    /// <summary>One address stands for a prefix.</summary>
    private static AddressPrefix AddressOf(AddressPrefix to) => to.IsAddress || (!to.IsIPv6 && to.Length > SmallestSubnet) ? to : to.AddressAt(Subnet.FirstUsable);
}
