using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The groups of a subnet and of an interface in it, asked about one flow.</summary>
internal sealed class SecurityCheck(RoutingModel model)
{
    private static readonly NetworkSecurityGroup DefaultsOnly = new() { Id = "", Name = RoutingTexts.SecurityDefaultsName };

    /// <summary>Every group that stands there, in the order a packet meets them; empty where there is none.</summary>
    /// <param name="place">The subnet.</param>
    /// <param name="nic">The interface; null for an address nobody has.</param>
    /// <param name="flow">The first packet.</param>
    /// <param name="direction">Inbound or Outbound.</param>
    public IReadOnlyList<SecurityVerdict> Ask(SubnetPlace place, NetworkInterface? nic, Flow flow, string direction)
    {
        string?[] ids = direction == DefaultRules.Inbound
            ? [place.Subnet.NetworkSecurityGroupId, nic?.NetworkSecurityGroupId]
            : [nic?.NetworkSecurityGroupId, place.Subnet.NetworkSecurityGroupId];
        TagSpace tags = model.TagsOf(place);
        SecurityVerdict[] said = [.. ids.OfType<string>().Select(id => this.AskOne(id, flow, tags, direction))];
        AddressPrefix other = direction == DefaultRules.Inbound ? flow.Source : flow.Destination;
        return said.Length == 0 && this.IsCutOff(place, other) ? [SecurityEvaluation.Evaluate(DefaultsOnly, flow, tags, direction)] : said;
    }

    /// <summary>The first that denies, else the first that is not known, else null.</summary>
    public static SecurityVerdict? Objection(IReadOnlyList<SecurityVerdict> said) =>
        said.FirstOrDefault(v => v.Answer == SecurityAnswer.Deny) ?? said.FirstOrDefault(v => v.Answer == SecurityAnswer.Unknown);

    /// <summary>
    /// With access switched off on both halves probes were recorded to fail although no group was there: without one we take the default
    /// rules to hold. What one half alone does nobody has recorded.
    /// </summary>
    private bool IsCutOff(SubnetPlace place, AddressPrefix other) =>
        model.Links.Of(place.Network.Id).Any(l => !l.Side.AllowVirtualNetworkAccess && Prefixes.Contain(l.Prefixes, other));

    private SecurityVerdict AskOne(string id, Flow flow, TagSpace tags, string direction) =>
        model.Estate.NetworkSecurityGroups.TryGetValue(id, out NetworkSecurityGroup? group)
            ? SecurityEvaluation.Evaluate(group, flow, tags, direction)
            : new SecurityVerdict(SecurityAnswer.Unknown, Wording.Fill(RoutingTexts.SecurityUnread, id.Split('/').Last()));
}
