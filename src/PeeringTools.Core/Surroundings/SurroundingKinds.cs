namespace PeeringTools.Surroundings;

/// <summary>What can be read around peerings. A run reads only the kinds its question needs, and each once.</summary>
[Flags]
internal enum SurroundingKinds
{
    None = 0,
    NetworkSecurityGroups = 1,
    RouteTables = 1 << 1,
    NetworkInterfaces = 1 << 2,

    /// <summary>Interfaces of scale sets: a list per scale set.</summary>
    ScaleSetInterfaces = 1 << 3,
    LoadBalancers = 1 << 4,
    Firewalls = 1 << 5,

    /// <summary>Gateways, their connections, and Route Servers.</summary>
    Gateways = 1 << 6,
    PrivateDnsZones = 1 << 7,

    /// <summary>A question per network, so only for the few that one asks about.</summary>
    ConnectedGroups = 1 << 8,

    /// <summary>Whoever may own the address that a route table points to.</summary>
    Appliances = NetworkInterfaces | ScaleSetInterfaces | LoadBalancers | Firewalls,

    /// <summary>What decides where a packet goes and who stops it.</summary>
    Routing = NetworkSecurityGroups | RouteTables | Appliances | Gateways,

    All = Routing | PrivateDnsZones,
}
