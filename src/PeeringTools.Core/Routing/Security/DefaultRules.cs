using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>The six rules at the end of every group.</summary>
internal static class DefaultRules
{
    public const string Inbound = "Inbound";
    public const string Outbound = "Outbound";
    public const string Allow = "Allow";

    private const string Deny = "Deny";

    public static readonly IReadOnlyList<SecurityRule> All =
    [
        Rule("AllowVnetInBound", 65000, Inbound, Allow, "VirtualNetwork", "VirtualNetwork"),
        Rule("AllowAzureLoadBalancerInBound", 65001, Inbound, Allow, "AzureLoadBalancer", "*"),
        Rule("DenyAllInBound", 65500, Inbound, Deny, "*", "*"),
        Rule("AllowVnetOutBound", 65000, Outbound, Allow, "VirtualNetwork", "VirtualNetwork"),
        Rule("AllowInternetOutBound", 65001, Outbound, Allow, "*", "Internet"),
        Rule("DenyAllOutBound", 65500, Outbound, Deny, "*", "*"),
    ];

    private static SecurityRule Rule(string name, int priority, string direction, string access, string source, string destination) => new()
    {
        Name = name,
        Priority = priority,
        Direction = direction,
        Access = access,
        SourceAddressPrefixes = [source],
        DestinationAddressPrefixes = [destination],
    };
}
