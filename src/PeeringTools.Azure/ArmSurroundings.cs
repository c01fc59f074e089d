using PeeringTools.Access;
using PeeringTools.Azure.Surroundings;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure;

/// <summary>What surrounds peerings, from ARM.</summary>
internal sealed class ArmSurroundings(ArmSession session) : IArmSurroundings
{
    /// <summary>Reads of one kind at a time, where a list needs a read per item.</summary>
    private const int Parallelism = 8;

    private readonly SurroundingResource _arm = new(session);
    private readonly GatewaySource _gateways = new(session);
    private readonly WatcherSource _watchers = new(session);

    private string Version => session.Access.NetworkApiVersion;

    public async Task<IReadOnlyList<NetworkSecurityGroup>> ListNetworkSecurityGroupsAsync(string subscriptionId, CancellationToken cancellationToken) => await _arm
        .ListAsync(subscriptionId, "Microsoft.Network/networkSecurityGroups", Version, NetworkSecurityGroupReader.ReadAsync, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<RouteTable>> ListRouteTablesAsync(string subscriptionId, CancellationToken cancellationToken) => await _arm
        .ListAsync(subscriptionId, "Microsoft.Network/routeTables", Version, RouteTableReader.ReadAsync, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<NetworkInterface>> ListNetworkInterfacesAsync(string subscriptionId, CancellationToken cancellationToken) => await _arm
        .ListAsync(subscriptionId, "Microsoft.Network/networkInterfaces", Version, NetworkInterfaceReader.ReadAsync, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<NetworkInterface>> ListScaleSetInterfacesAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        List<ScaleSetData> sets = await _arm
            .ListAsync(subscriptionId, "Microsoft.Compute/virtualMachineScaleSets", ApiVersions.Compute, ScaleSetReader.ReadAsync, cancellationToken).ConfigureAwait(false);
        List<NetworkInterface>[] interfaces = await ParallelReads.AllAsync(
            sets.Where(set => set.HasOwnInterfaces), Parallelism,
            (set, stop) => _arm.ListBelowAsync(set.Id, "networkInterfaces", ApiVersions.ScaleSetInterfaces, NetworkInterfaceReader.ReadAsync, stop),
            cancellationToken).ConfigureAwait(false);
        return [.. interfaces.SelectMany(list => list)];
    }

    public async Task<IReadOnlyList<LoadBalancer>> ListLoadBalancersAsync(string subscriptionId, CancellationToken cancellationToken) => await _arm
        .ListAsync(subscriptionId, "Microsoft.Network/loadBalancers", Version, LoadBalancerReader.ReadAsync, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<AzureFirewall>> ListFirewallsAsync(string subscriptionId, CancellationToken cancellationToken) => await _arm
        .ListAsync(subscriptionId, "Microsoft.Network/azureFirewalls", Version, FirewallReader.ReadAsync, cancellationToken).ConfigureAwait(false);

    public Task<NetworkGateway> GetGatewayAsync(string gatewayId, ResourceId virtualNetworkId, CancellationToken cancellationToken) =>
        _gateways.GetAsync(gatewayId, virtualNetworkId, cancellationToken);

    public async Task<IReadOnlyList<PrivateDnsZone>> ListPrivateDnsZonesAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        List<PrivateDnsZoneData> zones = await _arm
            .ListAsync(subscriptionId, "Microsoft.Network/privateDnsZones", ApiVersions.PrivateDns, PrivateDnsReader.ReadZoneAsync, cancellationToken).ConfigureAwait(false);
        return await ParallelReads.AllAsync(zones, Parallelism, this.WithLinksAsync, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ConnectedGroup>> ListConnectedGroupsAsync(ResourceId virtualNetworkId, CancellationToken cancellationToken)
    {
        List<ConnectedGroup> groups = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? token = null;
        do
        {
            ConnectedGroupPage page = await _arm.AskAsync(
                virtualNetworkId.Text, "listNetworkManagerEffectiveConnectivityConfigurations", QuestionBody.Page(token),
                json => ConnectedGroupReader.ReadPageAsync(json, virtualNetworkId), cancellationToken).ConfigureAwait(false);
            groups.AddRange(page.Groups);
            token = page.SkipToken;
            if (token is not null && !seen.Add(token))
                throw PeeringException.Of(nameof(Errors.UnexpectedAnswer), virtualNetworkId.Text, session.Access.Endpoint.Host, Messages.AnswerLoop);
        }
        while (token is not null);
        return groups;
    }

    public async Task<IReadOnlyList<EffectiveRoute>> GetEffectiveRoutesAsync(string networkInterfaceId, CancellationToken cancellationToken) => await _arm
        .AskAsync(networkInterfaceId, "effectiveRouteTable", null, EffectiveReader.ReadRoutesAsync, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<EffectiveSecurityGroup>> GetEffectiveSecurityGroupsAsync(string networkInterfaceId, CancellationToken cancellationToken) => await _arm
        .AskAsync(networkInterfaceId, "effectiveNetworkSecurityGroups", null, EffectiveReader.ReadGroupsAsync, cancellationToken).ConfigureAwait(false);

    public Task<NextHopReading> GetNextHopAsync(
        string virtualMachineId, string networkInterfaceId, string sourceAddress, string destinationAddress, CancellationToken cancellationToken) =>
        _watchers.GetNextHopAsync(virtualMachineId, networkInterfaceId, sourceAddress, destinationAddress, cancellationToken);

    public Task<ConnectivityReading> CheckConnectivityAsync(
        string virtualMachineId, string destinationAddress, int port, CancellationToken cancellationToken) =>
        _watchers.CheckConnectivityAsync(virtualMachineId, destinationAddress, port, cancellationToken);

    private async Task<PrivateDnsZone> WithLinksAsync(PrivateDnsZoneData zone, CancellationToken cancellationToken)
    {
        List<string?> links = zone.MayHaveLinks
            ? await _arm.ListBelowAsync(zone.Id, "virtualNetworkLinks", ApiVersions.PrivateDns, PrivateDnsReader.ReadLinkAsync, cancellationToken).ConfigureAwait(false)
            : [];
        return new PrivateDnsZone { Id = zone.Id, Name = zone.Name, LinkedVirtualNetworkIds = [.. links.OfType<string>()] };
    }
}
