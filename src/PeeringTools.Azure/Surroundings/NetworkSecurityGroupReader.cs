using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>Reads a network security group without its default rules.</summary>
internal static class NetworkSecurityGroupReader
{
    public static async ValueTask<NetworkSecurityGroup> ReadAsync(JsonStreamReader json)
    {
        List<SecurityRule> rules = [];
        (string id, string name) = await NetworkJson.ReadResourceAsync(json, async () =>
        {
            if (!json.NameIs("securityRules"u8)) return false;
            rules = await NetworkJson.ReadListAsync(json, SecurityRuleReader.ReadAsync).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new NetworkSecurityGroup { Id = id, Name = name, SecurityRules = rules };
    }
}
