using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;

namespace PeeringTools.Pipeline;

/// <summary>The fourth rung: a change that may say how the two sides are to be set. What is not given stays as it is.</summary>
public abstract class FlagCommand : ChangeCommand
{
    /// <summary>Which sides let the two networks reach each other. On a new pair: Both.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction]
    public PeeringDirection? AllowVirtualNetworkAccess { get; set; }

    /// <summary>Which sides accept traffic that did not start in the peer, as a firewall in a hub forwards it. On a new pair: None.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction]
    public PeeringDirection? AllowForwardedTraffic { get; set; }

    /// <summary>Whose gateway is shared: transit is turned on there and use on the other side. None turns both off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction(IsOneSided = true)]
    public PeeringDirection? GatewayTransit { get; set; }

    /// <summary>Which sides share their gateway, as a raw flag; -GatewayTransit sets both flags that belong together.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction(IsOneSided = true)]
    public PeeringDirection? AllowGatewayTransit { get; set; }

    /// <summary>Which sides use the other's gateway, as a raw flag.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction(IsOneSided = true)]
    public PeeringDirection? UseRemoteGateways { get; set; }

    /// <summary>Which sides ask Azure not to check that the remote gateway is provisioned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Direction]
    public PeeringDirection? DoNotVerifyRemoteGateways { get; set; }

    /// <summary>Subnets of the local network, for a subnet peering. The remote side gets the mirror image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(IsList = true)]
    public string[]? LocalSubnetName { get; set; }

    /// <summary>Subnets of the remote network, for a subnet peering.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(IsList = true)]
    public string[]? RemoteSubnetName { get; set; }

    /// <summary>Peers only the IPv6 space (subnet peering).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public bool? EnableOnlyIPv6Peering { get; set; }

    /// <summary>Both sides, or only the local one where the remote network has an operator of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Sides]
    [ValidateSet(SidesAttribute.Both, SidesAttribute.Local)]
    public string Side { get; set; } = SidesAttribute.Both;

    /// <summary>Leaves what a failed call has made or changed, instead of taking it back.</summary>
    [Parameter]
    public SwitchParameter NoRollback { get; set; }

    /// <summary>Lets Azure find out what the checks would have found. Managed peerings stay refused.</summary>
    [Parameter]
    public SwitchParameter SkipPreflight { get; set; }

    internal SideScope Scope => SidesAttribute.ScopeOf(Side);

    /// <exception cref="PeeringException">The gateway was given in two ways that contradict each other.</exception>
    internal PairFlags Flags()
    {
        PairFlags flags = new()
        {
            AllowVirtualNetworkAccess = AllowVirtualNetworkAccess,
            AllowForwardedTraffic = AllowForwardedTraffic,
            AllowGatewayTransit = AllowGatewayTransit,
            UseRemoteGateways = UseRemoteGateways,
            DoNotVerifyRemoteGateways = DoNotVerifyRemoteGateways,
            LocalSubnetNames = LocalSubnetName,
            RemoteSubnetNames = RemoteSubnetName,
            EnableOnlyIPv6Peering = EnableOnlyIPv6Peering,
        };
        return GatewayTransit is { } owner ? flags.WithGatewayTransit(owner) : flags;
    }
}
