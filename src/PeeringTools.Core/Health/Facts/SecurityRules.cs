using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>The custom rules of the security groups bound to a network, each group read once.</summary>
internal sealed class SecurityRules(Estate estate, NetworkResources resources)
{
    private readonly Dictionary<string, BoundRule[]> _groups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Custom rules that let traffic between the network and these addresses of a peer through although the peering keeps the peer out
    /// of the tag VirtualNetwork: they name the addresses themselves, and no earlier custom rule stops them.
    /// </summary>
    /// <remarks>virtual-network-manage-peering: with access off only the default rules stop the peer.</remarks>
    public IEnumerable<BoundRule> StillOpen(VirtualNetwork network, IReadOnlyList<AddressPrefix> peer) =>
        from rules in this.GroupsOf(network)
        from rule in rules
        where rule.IsAllow && rule.Far.Meets(peer) && !rules.Any(earlier => earlier.Stops(rule, peer))
        select rule;

    /// <summary>Custom allow rules on the tag VirtualNetwork: a peering widens them.</summary>
    public IEnumerable<BoundRule> OnVirtualNetworkTag(VirtualNetwork network) =>
        this.GroupsOf(network).SelectMany(rules => rules).Where(rule => rule.IsAllow && rule.Far.NamesVirtualNetwork);

    /// <summary>The groups of a network's subnets and of the interfaces in them, each once.</summary>
    private IEnumerable<BoundRule[]> GroupsOf(VirtualNetwork network) => resources.SecurityGroupIdsOf(network).Select(this.RulesOf);

    private BoundRule[] RulesOf(string groupId)
    {
        if (_groups.TryGetValue(groupId, out BoundRule[]? known)) return known;
        BoundRule[] rules = estate.NetworkSecurityGroups.TryGetValue(groupId, out NetworkSecurityGroup? group)
            ? [.. group.SecurityRules.Select(rule => new BoundRule(group, rule)).OrderBy(rule => rule.Rule.Priority)]
            : [];
        _groups.Add(groupId, rules);
        return rules;
    }
}
