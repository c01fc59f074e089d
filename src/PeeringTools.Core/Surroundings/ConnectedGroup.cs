namespace PeeringTools.Surroundings;

/// <summary>Networks that a network manager's mesh connects without peerings.</summary>
/// <remarks>Source: listNetworkManagerEffectiveConnectivityConfigurations of a virtual network.</remarks>
internal sealed record ConnectedGroup
{
    public required string Id { get; init; }

    public IReadOnlyList<ResourceId> Members { get; init; } = [];

    /// <summary>False where only members of one region reach each other.</summary>
    public bool IsGlobal { get; init; }
}
