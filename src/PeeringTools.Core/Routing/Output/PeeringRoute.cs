namespace PeeringTools;

/// <summary>One route that the model predicts for a subnet, or that Azure computed for an interface.</summary>
/// <remarks>Names follow networkInterfaces/effectiveRouteTable.</remarks>
public sealed class PeeringRoute
{
    /// <summary>The subnet, or the interface of a live reading.</summary>
    public string ResourceId { get; set; } = "";

    /// <summary>Name of a user-defined route; null for every other.</summary>
    public string? Name { get; set; }

    /// <summary>Default, User or VirtualNetworkGateway.</summary>
    public string RouteSource { get; set; } = "";

    /// <summary>Active, or Invalid where another route of the same prefix takes its place.</summary>
    public string State { get; set; } = "";

    /// <summary>The prefix, in CIDR notation; a service tag of a user-defined route stays one.</summary>
    public string AddressPrefix { get; set; } = "";

    /// <summary>
    /// VnetLocal, VNetPeering, VNetGlobalPeering, VirtualNetworkGateway, VirtualAppliance, Internet, None,
    /// VirtualNetworkServiceEndpoint, InterfaceEndpoint or ConnectedGroup.
    /// </summary>
    public string NextHopType { get; set; } = "";

    /// <summary>The appliance's address; null for every other next hop.</summary>
    public string? NextHopIpAddress { get; set; }

    /// <summary>Why it is there: the peering, gateway, table or network it comes from.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Of a live reading against the prediction: Same, OnlyLive, OnlyPredicted or Different; null where nothing was compared.</summary>
    public string? Difference { get; set; }

    /// <summary>Predicted or Live.</summary>
    public string Source { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => NextHopIpAddress is null ? $"{AddressPrefix} {NextHopType}" : $"{AddressPrefix} {NextHopType} {NextHopIpAddress}";
}
