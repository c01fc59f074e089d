using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class LiveSecurity() : LiveRule("Live.Security")
{
    private const string Custom = "securityRules/";
    private const string Default = "defaultSecurityRules/";

    public override SurroundingKinds Uses => SurroundingKinds.NetworkSecurityGroups;

    private protected override IEnumerable<string> Differences(PairCase pair, CaseSide side, LiveReading reading)
    {
        string?[] bound = [pair.Estate.Model.PlaceOf(reading.SubnetId)?.Subnet.NetworkSecurityGroupId, reading.Interface.NetworkSecurityGroupId];
        NetworkSecurityGroup[] groups = [.. bound.OfType<string>()
            .Select(id => pair.Estate.Estate.NetworkSecurityGroups.TryGetValue(id, out NetworkSecurityGroup? group) ? group : null).OfType<NetworkSecurityGroup>()];
        return Compare(
            [.. reading.Groups.SelectMany(group => group.Rules.Where(IsCustom).Select(rule => Say(group.NetworkSecurityGroupId, rule)))],
            [.. groups.SelectMany(group => group.SecurityRules.Select(rule => Say(group.Id, rule)))]);
    }

    private protected override string Remediation(LiveReading reading) => Remedy.ShowEffective("list-effective-nsg", reading.Interface.Id);

    private static bool IsCustom(SecurityRule rule) => !rule.Name.StartsWith(Default, StringComparison.OrdinalIgnoreCase);

    private static string Say(string groupId, SecurityRule rule)
    {
        string name = rule.Name.StartsWith(Custom, StringComparison.OrdinalIgnoreCase) ? rule.Name.Substring(Custom.Length) : rule.Name;
        return $"{rule.Priority} {rule.Direction} {rule.Access} {name} ({groupId})";
    }
}
