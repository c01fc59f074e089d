using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Policy;

/// <summary>Judges the ways that a rule asks for: from each subnet of one network, through one next hop, there and back.</summary>
internal static class PathJudge
{
    /// <summary>Azure keeps the first four addresses of every subnet, so no machine that traffic is meant for has one of them.</summary>
    private const uint FirstUsable = 4;

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
            string name = $"{network.Id.Name}/{subnet.Name}";
            try
            {
                JudgePath(judgement, rule, demand, name, direction, new PathTracer(routing).Trace(subnet.Id, AddressOf(demand.To), demand.Protocol, demand.Port));
            }
            catch (PeeringException unknown)
            {
                judgement.Skip(rule, unknown.Error.Message);
            }
        }
    }

    private static void JudgePath(PolicyJudgement judgement, PolicyRule rule, PathDemand demand, string subnet, PeeringDirection direction, PeeringPath path)
    {
        string expected = demand.Via?.Address ?? NextHops.Peering;
        PeeringHop? first = path.Hops.FirstOrDefault();
        string actual = first?.NextHopIpAddress ?? first?.NextHopType ?? "";
        bool isVia = demand.Via is null ? actual is NextHops.Peering or NextHops.GlobalPeering : actual == expected;
        if (path.Verdict == PeeringPathVerdict.Unknown)
            judgement.Skip(rule, Wording.Fill(PolicyTexts.WayUnknown, subnet, demand.To, path.Reason));
        else if (!isVia && first is not null)
            judgement.Violated(rule, direction, expected, actual, Wording.Fill(PolicyTexts.WayDiffers, subnet, demand.To, actual, expected));
        else if (path.Verdict == PeeringPathVerdict.Blocked)
            judgement.Violated(rule, direction, nameof(PeeringPathVerdict.Reachable), nameof(PeeringPathVerdict.Blocked), Wording.Fill(PolicyTexts.WayBlocked, subnet, demand.To, path.Reason));
    }

    private static VirtualNetwork? NetworkOf(RoutingModel routing, PolicySide side) =>
        ResourceId.TryParse(side.VirtualNetworkId, out ResourceId? id, out _) && routing.Estate.Networks.TryGetValue(id, out VirtualNetwork? network) ? network : null;

    /// <summary>One address stands for a prefix.</summary>
    private static string AddressOf(AddressPrefix to) => (to.IsAddress || (!to.IsIPv6 && to.Length > SmallestSubnet) ? to : to.AddressAt(FirstUsable)).Address;
}
