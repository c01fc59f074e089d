namespace PeeringTools.Changes;

/// <summary>The flags of a request, each as the complete new state of both sides. Null means: not given.</summary>
internal sealed record PairFlags
{
    public PeeringDirection? AllowVirtualNetworkAccess { get; init; }

    public PeeringDirection? AllowForwardedTraffic { get; init; }

    public PeeringDirection? AllowGatewayTransit { get; init; }

    public PeeringDirection? UseRemoteGateways { get; init; }

    public PeeringDirection? DoNotVerifyRemoteGateways { get; init; }

    /// <summary>Subnets of the local network, as the local side names them; the remote side gets the mirror image.</summary>
    public string[]? LocalSubnetNames { get; init; }

    public string[]? RemoteSubnetNames { get; init; }

    public bool? EnableOnlyIPv6Peering { get; init; }

    /// <summary>Whose gateway is shared: transit there, use on the other side. None turns all four flags off.</summary>
    /// <exception cref="PeeringException">Both sides cannot share with each other, or the raw flags are given as well.</exception>
    public PairFlags WithGatewayTransit(PeeringDirection owner)
    {
        if (owner == PeeringDirection.Both) throw PeeringException.Of(nameof(Errors.TransitChain), null, "-GatewayTransit Both");
        if (AllowGatewayTransit is not null || UseRemoteGateways is not null)
            throw PeeringException.Of(nameof(Errors.InvalidInput), null, PlanTexts.TransitTwice);
        return this with { AllowGatewayTransit = owner, UseRemoteGateways = Mirror(owner) };
    }

    /// <summary>True where Local and Remote are told apart, so that the order of the two networks matters.</summary>
    public bool NamesASide =>
        new[] { AllowVirtualNetworkAccess, AllowForwardedTraffic, AllowGatewayTransit, UseRemoteGateways, DoNotVerifyRemoteGateways }
            .Any(direction => direction is PeeringDirection.Local or PeeringDirection.Remote)
        || LocalSubnetNames is not null || RemoteSubnetNames is not null;

    /// <summary>What the request asks of one side.</summary>
    public PeeringSettings For(Half half) => new()
    {
        AllowVirtualNetworkAccess = On(AllowVirtualNetworkAccess, half),
        AllowForwardedTraffic = On(AllowForwardedTraffic, half),
        AllowGatewayTransit = On(AllowGatewayTransit, half),
        UseRemoteGateways = On(UseRemoteGateways, half),
        DoNotVerifyRemoteGateways = On(DoNotVerifyRemoteGateways, half),
        PeerCompleteVnets = LocalSubnetNames is null && RemoteSubnetNames is null ? null : false,
        LocalSubnetNames = half == Half.Local ? LocalSubnetNames : RemoteSubnetNames,
        RemoteSubnetNames = half == Half.Local ? RemoteSubnetNames : LocalSubnetNames,
        EnableOnlyIPv6Peering = EnableOnlyIPv6Peering,
    };

    /// <summary>The same wish as the other side's operator would write it.</summary>
    public PairFlags Mirrored() => new()
    {
        AllowVirtualNetworkAccess = Mirror(AllowVirtualNetworkAccess),
        AllowForwardedTraffic = Mirror(AllowForwardedTraffic),
        AllowGatewayTransit = Mirror(AllowGatewayTransit),
        UseRemoteGateways = Mirror(UseRemoteGateways),
        DoNotVerifyRemoteGateways = Mirror(DoNotVerifyRemoteGateways),
        LocalSubnetNames = RemoteSubnetNames,
        RemoteSubnetNames = LocalSubnetNames,
        EnableOnlyIPv6Peering = EnableOnlyIPv6Peering,
    };

    private static bool? On(PeeringDirection? direction, Half half) => direction is null
        ? null
        : direction == PeeringDirection.Both || direction == (half == Half.Local ? PeeringDirection.Local : PeeringDirection.Remote);

    private static PeeringDirection? Mirror(PeeringDirection? direction) => direction switch
    {
        PeeringDirection.Local => PeeringDirection.Remote,
        PeeringDirection.Remote => PeeringDirection.Local,
        _ => direction,
    };
}
