using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>One effective route of a subnet, as the model predicts it.</summary>
internal sealed record Route
{
    /// <summary>Null where the route names a service and Azure alone knows its addresses.</summary>
    public AddressPrefix? Prefix { get; init; }

    /// <summary>The service a route without a prefix names, for example <c>Microsoft.Storage</c> or <c>AzureCloud</c>.</summary>
    public string? ServiceTag { get; init; }

    /// <summary>One of <see cref="RouteSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>One of <see cref="NextHops"/>, or what a newer route table writes.</summary>
    public required string NextHopType { get; init; }

    public string? NextHopIpAddress { get; init; }

    /// <summary>Name of a user-defined route.</summary>
    public string? Name { get; init; }

    /// <summary>Why it is there, in words.</summary>
    public required string Origin { get; init; }

    /// <summary>False where another route takes its place.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The peering it comes from, or that leads to the gateway or endpoint behind it; null where none does.</summary>
    public PeeringSide? Peering { get; init; }

    /// <summary>The network its packets are in next; null where they leave the networks of the estate or the next hop is an address.</summary>
    public ResourceId? NetworkId { get; init; }

    public NetworkGateway? Gateway { get; init; }

    /// <summary>A system route of the network, a peering, a mesh or an endpoint: it holds against every route a gateway brings.</summary>
    public bool BeatsGateway => Source == RouteSources.Default
        && NextHopType is not (NextHops.Internet or NextHops.None);

    public override string ToString() => $"{Prefix?.ToString() ?? ServiceTag} {NextHopType}{(NextHopIpAddress is null ? "" : " " + NextHopIpAddress)}";
}
