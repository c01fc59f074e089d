using PeeringTools.Access;
using PeeringTools.Azure.Wire;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Surroundings;

/// <summary>A gateway with the prefixes that its connections name.</summary>
internal sealed class GatewaySource(ArmSession session)
{
    private const int Parallelism = 8;

    private readonly SurroundingResource _arm = new(session);

    private string Version => session.Access.NetworkApiVersion;

    public async Task<NetworkGateway> GetAsync(string gatewayId, ResourceId virtualNetworkId, CancellationToken cancellationToken)
    {
        GatewayData data = await _arm.GetAsync(gatewayId, Version, GatewayReader.ReadGatewayAsync, cancellationToken).ConfigureAwait(false);
        bool isRouteServer = gatewayId.Split('/').Contains("virtualHubs", StringComparer.OrdinalIgnoreCase);
        return isRouteServer
            ? Of(data, virtualNetworkId, "RouteServer", [], true)
            : await this.WithConnectionsAsync(data, virtualNetworkId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NetworkGateway> WithConnectionsAsync(GatewayData data, ResourceId network, CancellationToken cancellationToken)
    {
        List<GatewayConnectionData> connections = await _arm
            .ListBelowAsync(data.Id, "connections", Version, GatewayReader.ReadConnectionAsync, cancellationToken).ConfigureAwait(false);
        string[][] sites = await ParallelReads.AllAsync(
            connections.Select(connection => connection.LocalGatewayId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
            Parallelism,
            (site, stop) => _arm.GetAsync(site, Version, GatewayReader.ReadLocalGatewayAsync, stop),
            cancellationToken).ConfigureAwait(false);
        string type = data.GatewayType ?? "";
        bool learns = type.Equals("ExpressRoute", StringComparison.OrdinalIgnoreCase) || connections.Any(connection => connection.LearnsRoutes);
        return Of(data, network, type, data.ClientPool.Concat(sites.SelectMany(prefixes => prefixes)), learns);
    }

    private static NetworkGateway Of(GatewayData data, ResourceId network, string type, IEnumerable<string> prefixes, bool learns) => new()
    {
        Id = data.Id,
        Name = data.Name,
        VirtualNetworkId = network,
        GatewayType = type,
        ProvisioningState = data.ProvisioningState,
        StaticPrefixes = [.. prefixes.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(prefix => prefix, StringComparer.Ordinal)],
        LearnsRoutes = learns,
    };
}
