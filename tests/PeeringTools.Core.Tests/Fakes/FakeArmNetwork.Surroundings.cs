using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Fakes;

/// <summary>What stands around the networks, open to a test's hands. Let a kind fail with <see cref="Fail"/> and its method's name.</summary>
internal sealed partial class FakeArmNetwork
{
    public IArmSurroundings Surroundings => Around;

    public FakeSurroundings Around => field ??= new FakeSurroundings(this.RunAsync);
}

/// <summary>Lists as a test filled them; each gives what lies in the subscription asked for, by the ids.</summary>
/// <param name="run">The fake's own way of a call: remembered, held, failed and answered.</param>
internal sealed class FakeSurroundings(FakeSurroundings.Run run) : IArmSurroundings
{
    /// <summary>Runs one call under its name and id.</summary>
    public delegate Task<object> Run(string name, string id, Func<object> body, CancellationToken cancellationToken);

    public List<NetworkSecurityGroup> NetworkSecurityGroups { get; } = [];

    public List<RouteTable> RouteTables { get; } = [];

    public List<NetworkInterface> NetworkInterfaces { get; } = [];

    public List<NetworkInterface> ScaleSetInterfaces { get; } = [];

    public List<LoadBalancer> LoadBalancers { get; } = [];

    public List<AzureFirewall> Firewalls { get; } = [];

    public List<NetworkGateway> Gateways { get; } = [];

    public List<PrivateDnsZone> PrivateDnsZones { get; } = [];

    /// <summary>Groups with all their members; each network is told of its own membership only.</summary>
    public List<ConnectedGroup> ConnectedGroups { get; } = [];

    public Dictionary<string, IReadOnlyList<EffectiveRoute>> EffectiveRoutes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, IReadOnlyList<EffectiveSecurityGroup>> EffectiveSecurityGroups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What Network Watcher says of a way from one address to another.</summary>
    public Func<string, string, NextHopReading> NextHop { get; set; } = (_, _) => new NextHopReading("None", null, "System Route");

    /// <summary>What a probe from a machine to an address and port finds.</summary>
    public Func<string, string, int, ConnectivityReading> Connectivity { get; set; } = (_, _, _) => new ConnectivityReading("Reachable", 10, 0, []);

    public Task<IReadOnlyList<NetworkSecurityGroup>> ListNetworkSecurityGroupsAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListNetworkSecurityGroups", subscriptionId, NetworkSecurityGroups, group => group.Id, cancellationToken);

    public Task<IReadOnlyList<RouteTable>> ListRouteTablesAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListRouteTables", subscriptionId, RouteTables, table => table.Id, cancellationToken);

    public Task<IReadOnlyList<NetworkInterface>> ListNetworkInterfacesAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListNetworkInterfaces", subscriptionId, NetworkInterfaces, nic => nic.Id, cancellationToken);

    public Task<IReadOnlyList<NetworkInterface>> ListScaleSetInterfacesAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListScaleSetInterfaces", subscriptionId, ScaleSetInterfaces, nic => nic.Id, cancellationToken);

    public Task<IReadOnlyList<LoadBalancer>> ListLoadBalancersAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListLoadBalancers", subscriptionId, LoadBalancers, balancer => balancer.Id, cancellationToken);

    public Task<IReadOnlyList<AzureFirewall>> ListFirewallsAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListFirewalls", subscriptionId, Firewalls, firewall => firewall.Id, cancellationToken);

    public Task<IReadOnlyList<PrivateDnsZone>> ListPrivateDnsZonesAsync(string subscriptionId, CancellationToken cancellationToken) =>
        this.ListAsync("ListPrivateDnsZones", subscriptionId, PrivateDnsZones, zone => zone.Id, cancellationToken);

    public Task<NetworkGateway> GetGatewayAsync(string gatewayId, ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        this.CallAsync("GetGateway", gatewayId, () => Gateways.Find(g => Same(g.Id, gatewayId)) ?? throw Missing(gatewayId), cancellationToken);

    public Task<IReadOnlyList<ConnectedGroup>> ListConnectedGroupsAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        this.CallAsync<IReadOnlyList<ConnectedGroup>>(
            "ListConnectedGroups", virtualNetworkId.Text,
            () => [.. ConnectedGroups.Where(g => g.Members.Contains(virtualNetworkId)).Select(g => g with { Members = [virtualNetworkId] })], cancellationToken);

    public Task<IReadOnlyList<EffectiveRoute>> GetEffectiveRoutesAsync(string networkInterfaceId, CancellationToken cancellationToken) =>
        this.CallAsync("GetEffectiveRoutes", networkInterfaceId, () => Running(EffectiveRoutes, networkInterfaceId), cancellationToken);

    public Task<IReadOnlyList<EffectiveSecurityGroup>> GetEffectiveSecurityGroupsAsync(string networkInterfaceId, CancellationToken cancellationToken) =>
        this.CallAsync("GetEffectiveSecurityGroups", networkInterfaceId, () => Running(EffectiveSecurityGroups, networkInterfaceId), cancellationToken);

    public Task<NextHopReading> GetNextHopAsync(
        string virtualMachineId, string networkInterfaceId, string sourceAddress, string destinationAddress, CancellationToken cancellationToken) =>
        this.CallAsync("GetNextHop", networkInterfaceId, () => NextHop(sourceAddress, destinationAddress), cancellationToken);

    public Task<ConnectivityReading> CheckConnectivityAsync(
        string virtualMachineId, string destinationAddress, int port, CancellationToken cancellationToken) =>
        this.CallAsync("CheckConnectivity", virtualMachineId, () => Connectivity(virtualMachineId, destinationAddress, port), cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string name, string subscriptionId, List<T> all, Func<T, string> idOf, CancellationToken cancellationToken)
    {
        string prefix = $"/subscriptions/{subscriptionId}/";
        return this.CallAsync<IReadOnlyList<T>>(
            name, subscriptionId, () => [.. all.Where(item => idOf(item).StartsWith(prefix, StringComparison.OrdinalIgnoreCase))], cancellationToken);
    }

    private async Task<T> CallAsync<T>(string name, string id, Func<T> body, CancellationToken cancellationToken)
        where T : notnull => (T)await run(name, id, () => body(), cancellationToken);

    private static T Running<T>(Dictionary<string, T> readings, string id) =>
        readings.TryGetValue(id, out T? found) ? found : throw PeeringException.Of(nameof(Errors.NetworkInterfaceNotRunning), id, id);

    private static PeeringException Missing(string id) =>
        new(PeeringError.Of(nameof(Errors.RequestRefused), id, id, "ResourceNotFound") with { AzureCode = "ResourceNotFound", HttpStatus = 404 });

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
