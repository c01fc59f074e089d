using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>What one group says: the matching rule of the lowest number, its own rules before the default ones.</summary>
internal static class SecurityEvaluation
{
    /// <param name="group">The group; one without rules is the default rules alone.</param>
    /// <param name="flow">The first packet; answers to it pass because groups keep state.</param>
    /// <param name="tags">What tags mean at the subnet where the group stands.</param>
    /// <param name="direction">Inbound or Outbound, seen from the machine.</param>
    public static SecurityVerdict Evaluate(NetworkSecurityGroup group, Flow flow, TagSpace tags, string direction)
    {
        List<SecurityRule> open = [];
        foreach (SecurityRule rule in group.SecurityRules.Concat(DefaultRules.All).Where(r => Same(r.Direction, direction)).OrderBy(r => r.Priority))
        {
            Match match = RuleMatch.Of(rule, flow, tags);
            if (match == Match.No) continue;
            if (match == Match.Yes) return Decided(group, rule, open);
            open.Add(rule);
        }

        throw new InvalidOperationException("The last default rule matches everything.");
    }

    /// <summary>A rule that may match changes nothing where it says the same as the one that does.</summary>
    private static SecurityVerdict Decided(NetworkSecurityGroup group, SecurityRule rule, List<SecurityRule> open)
    {
        bool allows = Same(rule.Access, DefaultRules.Allow);
        if (open.FirstOrDefault(o => Same(o.Access, DefaultRules.Allow) != allows) is SecurityRule other)
        {
            return new SecurityVerdict(SecurityAnswer.Unknown, Wording.Fill(RoutingTexts.SecurityOpen, other.Name, group.Name, rule.Name, rule.Access));
        }

        string text = allows ? RoutingTexts.SecurityAllows : RoutingTexts.SecurityDenies;
        return new SecurityVerdict(allows ? SecurityAnswer.Allow : SecurityAnswer.Deny, Wording.Fill(text, rule.Name, group.Name, rule.Priority), rule);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
