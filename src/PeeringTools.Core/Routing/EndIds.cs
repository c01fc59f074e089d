namespace PeeringTools.Routing;

/// <summary>What the ids of subnets and interfaces say about the network they belong to.</summary>
internal static class EndIds
{
    private const string Subnets = "/subnets/";
    private const string Interfaces = "/networkInterfaces/";

    /// <summary>The network that an id of a network, a peering or a subnet names; null for everything else.</summary>
    public static ResourceId? NetworkOf(string id)
    {
        int at = id.IndexOf(Subnets, StringComparison.OrdinalIgnoreCase);
        return ResourceId.TryParse(at < 0 ? id : id.Substring(0, at), out ResourceId? network, out _) ? network.VirtualNetwork : null;
    }

    public static bool IsSubnet(string id) => id.IndexOf(Subnets, StringComparison.OrdinalIgnoreCase) > 0 && NetworkOf(id) is not null;

    public static bool IsInterface(string id) => id.IndexOf(Interfaces, StringComparison.OrdinalIgnoreCase) > 0 && SubscriptionOf(id) is not null;

    /// <summary>The subscription an id lies in; null where it is no id.</summary>
    public static string? SubscriptionOf(string id)
    {
        string[] parts = id.Split('/');
        return parts.Length > 2 && parts[1].Equals("subscriptions", StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(parts[2], "D", out _) ? parts[2] : null;
    }
}
