namespace PeeringTools.Surroundings;

/// <summary>
/// Networks and what surrounds them, as far as it was read: what health rules, routing, policies and pictures look at. A plain
/// value without any way to Azure; a planned change is another estate.
/// </summary>
internal sealed record Estate
{
    public IReadOnlyDictionary<ResourceId, VirtualNetwork> Networks { get; init; } = new Dictionary<ResourceId, VirtualNetwork>();

    /// <summary>The kinds that were asked for: one that was not is not known.</summary>
    public SurroundingKinds Kinds { get; init; }

    public IReadOnlyList<UnreadSurrounding> Unread { get; init; } = [];

    public IReadOnlyDictionary<string, NetworkSecurityGroup> NetworkSecurityGroups { get; init; } = NoCase<NetworkSecurityGroup>();

    public IReadOnlyDictionary<string, RouteTable> RouteTables { get; init; } = NoCase<RouteTable>();

    /// <summary>Interfaces of machines, private endpoints and, where asked for, scale sets.</summary>
    public IReadOnlyList<NetworkInterface> NetworkInterfaces { get; init; } = [];

    public IReadOnlyList<LoadBalancer> LoadBalancers { get; init; } = [];

    public IReadOnlyList<AzureFirewall> Firewalls { get; init; } = [];

    public IReadOnlyList<NetworkGateway> Gateways { get; init; } = [];

    public IReadOnlyList<PrivateDnsZone> PrivateDnsZones { get; init; } = [];

    public IReadOnlyList<ConnectedGroup> ConnectedGroups { get; init; } = [];

    /// <summary>Why one of some kinds is not known in a subscription; null where all of them were read there.</summary>
    public PeeringError? WhyUnread(SurroundingKinds kinds, string subscriptionId) => Unread
        .FirstOrDefault(unread => (unread.Kind & kinds) != 0 && string.Equals(unread.SubscriptionId, subscriptionId, StringComparison.OrdinalIgnoreCase))
        ?.Problem;

    private static Dictionary<string, T> NoCase<T>() => new(StringComparer.OrdinalIgnoreCase);
}
