using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>Custom allow rules whose VirtualNetwork tag comes to hold more at a subnet.</summary>
internal static class RuleWidening
{
    private const string Tag = "VirtualNetwork";

    public static IEnumerable<PeeringRuleChange> At(SubnetPlace place, RoutingModel before, RoutingModel after)
    {
        if (before.PlaceOf(place.Subnet.Id) is not SubnetPlace was) return [];
        IReadOnlyList<AddressPrefix> held = before.TagsOf(was).VirtualNetwork;
        string[] gained = [.. after.TagsOf(place).VirtualNetwork.Where(p => !Prefixes.Contain(held, p)).Select(p => p.ToString())];
        return gained.Length == 0 ? [] :
            from id in GroupsAt(place, after.Estate).Distinct(StringComparer.OrdinalIgnoreCase)
            where after.Estate.NetworkSecurityGroups.ContainsKey(id)
            from rule in after.Estate.NetworkSecurityGroups[id].SecurityRules
            where Is(rule.Access, DefaultRules.Allow)
            where (Is(rule.Direction, DefaultRules.Inbound) ? rule.SourceAddressPrefixes : rule.DestinationAddressPrefixes).Any(p => Is(p, Tag))
            select new PeeringRuleChange
            {
                NetworkSecurityGroupId = id,
                RuleName = rule.Name,
                Direction = rule.Direction,
                Subnet = place.ToString(),
                AddressPrefixes = gained,
            };
    }

    private static IEnumerable<string> GroupsAt(SubnetPlace place, Estate estate) => estate.NetworkInterfaces
        .Where(n => n.Addresses.Any(a => Is(a.SubnetId, place.Subnet.Id)))
        .Select(n => n.NetworkSecurityGroupId)
        .Append(place.Subnet.NetworkSecurityGroupId)
        .OfType<string>();

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
