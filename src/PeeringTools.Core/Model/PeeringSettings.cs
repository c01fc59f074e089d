namespace PeeringTools;

/// <summary>The members of a side that a caller may write. Null means: not asked for, leave it as it is.</summary>
internal sealed record PeeringSettings
{
    public bool? AllowVirtualNetworkAccess { get; init; }

    public bool? AllowForwardedTraffic { get; init; }

    public bool? AllowGatewayTransit { get; init; }

    public bool? UseRemoteGateways { get; init; }

    public bool? DoNotVerifyRemoteGateways { get; init; }

    public bool? PeerCompleteVnets { get; init; }

    public string[]? LocalSubnetNames { get; init; }

    public string[]? RemoteSubnetNames { get; init; }

    public bool? EnableOnlyIPv6Peering { get; init; }
}
