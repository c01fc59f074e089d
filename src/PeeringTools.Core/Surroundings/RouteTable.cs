namespace PeeringTools.Surroundings;

/// <summary>A route table as it was written; which subnets use it stands in the subnets.</summary>
/// <remarks>Source: Microsoft.Network/routeTables.</remarks>
internal sealed record RouteTable
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>True keeps routes that a gateway has learned out of the table's subnets.</summary>
    public bool DisableBgpRoutePropagation { get; init; }

    /// <summary>None or All: whether routes of peerings are kept out (newest api-versions); null where Azure does not say.</summary>
    public string? DisablePeeringRoute { get; init; }

    public IReadOnlyList<UserRoute> Routes { get; init; } = [];
}

/// <summary>A user-defined route.</summary>
internal sealed record UserRoute
{
    public required string Name { get; init; }

    /// <summary>A prefix, or a service tag such as <c>AzureCloud</c>.</summary>
    public required string AddressPrefix { get; init; }

    /// <summary>VirtualAppliance, VirtualNetworkGateway, VnetLocal, Internet or None, as ARM writes it.</summary>
    public required string NextHopType { get; init; }

    public string? NextHopIpAddress { get; init; }
}
