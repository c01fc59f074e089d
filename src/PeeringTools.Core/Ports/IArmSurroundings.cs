using PeeringTools.Surroundings;

namespace PeeringTools.Ports;

/// <summary>
/// Reads of what surrounds peerings. Lists come whole or fail with a <see cref="PeeringException"/>; ARM leaves out silently what
/// the caller may not read.
/// </summary>
internal interface IArmSurroundings
{
    Task<IReadOnlyList<NetworkSecurityGroup>> ListNetworkSecurityGroupsAsync(string subscriptionId, CancellationToken cancellationToken);

    Task<IReadOnlyList<RouteTable>> ListRouteTablesAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>The interfaces of machines and private endpoints; those of scale sets are not among them.</summary>
    Task<IReadOnlyList<NetworkInterface>> ListNetworkInterfacesAsync(string subscriptionId, CancellationToken cancellationToken);

    Task<IReadOnlyList<NetworkInterface>> ListScaleSetInterfacesAsync(string subscriptionId, CancellationToken cancellationToken);

    Task<IReadOnlyList<LoadBalancer>> ListLoadBalancersAsync(string subscriptionId, CancellationToken cancellationToken);

    Task<IReadOnlyList<AzureFirewall>> ListFirewallsAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>One gateway or Route Server with the prefixes its connections name; ARM lists gateways by group only.</summary>
    /// <param name="gatewayId">An id of <see cref="VirtualNetwork.GatewayIds"/>.</param>
    /// <param name="virtualNetworkId">The network it stands in.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<NetworkGateway> GetGatewayAsync(string gatewayId, ResourceId virtualNetworkId, CancellationToken cancellationToken);

    /// <summary>The zones with all their links.</summary>
    Task<IReadOnlyList<PrivateDnsZone>> ListPrivateDnsZonesAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>The meshes of network managers that a network is in, this network as their only known member.</summary>
    Task<IReadOnlyList<ConnectedGroup>> ListConnectedGroupsAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken);

    Task<IReadOnlyList<EffectiveRoute>> GetEffectiveRoutesAsync(string networkInterfaceId, CancellationToken cancellationToken);

    Task<IReadOnlyList<EffectiveSecurityGroup>> GetEffectiveSecurityGroupsAsync(string networkInterfaceId, CancellationToken cancellationToken);

    /// <summary>Asks the region's Network Watcher where a machine's packet goes first.</summary>
    Task<NextHopReading> GetNextHopAsync(
        string virtualMachineId, string networkInterfaceId, string sourceAddress, string destinationAddress, CancellationToken cancellationToken);

    /// <summary>Lets a machine with the Network Watcher agent try a TCP connection.</summary>
    Task<ConnectivityReading> CheckConnectivityAsync(
        string virtualMachineId, string destinationAddress, int port, CancellationToken cancellationToken);
}
