namespace PeeringTools.Surroundings;

/// <summary>A private DNS zone and the networks that resolve it.</summary>
/// <remarks>Source: Microsoft.Network/privateDnsZones and their virtualNetworkLinks.</remarks>
internal sealed record PrivateDnsZone
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> LinkedVirtualNetworkIds { get; init; } = [];
}
