using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Whether what a rule needs at a network was read. What was not is not the same as none.</summary>
internal static class ReadCheck
{
    /// <summary>Why some of the kinds are not known at the network of this side, in words; null where all are.</summary>
    public static string? WhyUnread(Estate estate, CaseSide side, SurroundingKinds kinds)
    {
        SurroundingKinds notAsked = kinds & ~estate.Kinds;
        if (notAsked != 0) return Wording.Fill(HealthTexts.SkippedNotAsked, string.Join(", ", KindWords.Of(notAsked)));
        if (estate.WhyUnread(kinds, side.Side.SubscriptionId) is PeeringError problem)
            return Wording.Fill(HealthTexts.SkippedUnread, side.Side.SubscriptionId, problem.Message);
        if (side.Network is null) return kinds == 0 ? null : Wording.Fill(HealthTexts.SkippedNetwork, side.Side.VirtualNetworkId);
        return FirstMissing(estate, side.Network, kinds) is string id ? Wording.Fill(HealthTexts.SkippedMissing, id) : null;
    }

    /// <summary>A group or table that a subnet names and no list showed: ARM leaves out silently what the caller may not read.</summary>
    private static string? FirstMissing(Estate estate, VirtualNetwork network, SurroundingKinds kinds)
    {
        IEnumerable<string?> groups = (kinds & SurroundingKinds.NetworkSecurityGroups) == 0 ? []
            : network.Subnets.Select(subnet => subnet.NetworkSecurityGroupId).Where(id => id is not null && !estate.NetworkSecurityGroups.ContainsKey(id));
        IEnumerable<string?> tables = (kinds & SurroundingKinds.RouteTables) == 0 ? []
            : network.Subnets.Select(subnet => subnet.RouteTableId).Where(id => id is not null && !estate.RouteTables.ContainsKey(id));
        return groups.Concat(tables).FirstOrDefault();
    }
}
