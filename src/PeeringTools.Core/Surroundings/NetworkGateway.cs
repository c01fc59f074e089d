namespace PeeringTools.Surroundings;

/// <summary>A virtual network gateway or a Route Server that stands in a network.</summary>
/// <remarks>Source: Microsoft.Network/virtualNetworkGateways with their connections, Microsoft.Network/virtualHubs.</remarks>
internal sealed record NetworkGateway
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ResourceId VirtualNetworkId { get; init; }

    /// <summary>Vpn, ExpressRoute or RouteServer.</summary>
    public required string GatewayType { get; init; }

    public string? ProvisioningState { get; init; }

    /// <summary>Prefixes beyond the gateway that are written down in Azure: local network gateways and the pool of point-to-site clients.</summary>
    public IReadOnlyList<string> StaticPrefixes { get; init; } = [];

    /// <summary>True where more prefixes may come by BGP: those are in no configuration and can only be read live.</summary>
    public bool LearnsRoutes { get; init; }
}
