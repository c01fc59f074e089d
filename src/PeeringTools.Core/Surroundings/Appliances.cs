namespace PeeringTools.Surroundings;

/// <summary>An Azure Firewall in a virtual network: its private addresses are what route tables point to.</summary>
/// <remarks>Source: Microsoft.Network/azureFirewalls.</remarks>
internal sealed record AzureFirewall
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<InterfaceAddress> Addresses { get; init; } = [];
}

/// <summary>A load balancer's private frontends: an appliance behind one is reached by the frontend's address.</summary>
/// <remarks>Source: Microsoft.Network/loadBalancers.</remarks>
internal sealed record LoadBalancer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<InterfaceAddress> Frontends { get; init; } = [];

    /// <summary>Ids of the interfaces behind it, in any of its pools.</summary>
    public IReadOnlyList<string> BackendInterfaceIds { get; init; } = [];
}
