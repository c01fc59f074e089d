namespace PeeringTools;

/// <summary>
/// One half of a pair: the peering resource under one virtual network, with the names Az.Network uses.
/// A side that does not exist still names its virtual network; <see cref="Exists"/> says so.
/// </summary>
/// <remarks>Source: Microsoft.Network/virtualNetworks/virtualNetworkPeerings. States are ARM's open enums, so they stay strings.</remarks>
public sealed class PeeringSide
{
    /// <summary>True where the peering resource exists; false where only its virtual network is known.</summary>
    public bool Exists { get; set; }

    /// <summary>False where nothing is known of this side, because its network could not be read: it may exist all the same.</summary>
    public bool IsVisible { get; set; } = true;

    /// <summary>Resource id of the peering; null where it does not exist or cannot be read.</summary>
    public string? Id { get; set; }

    /// <summary>Name of the peering, unique within its virtual network.</summary>
    public string? Name { get; set; }

    /// <summary>Resource id of the virtual network that holds this side.</summary>
    public string VirtualNetworkId { get; set; } = "";

    /// <summary>Name of the virtual network that holds this side.</summary>
    public string VirtualNetworkName { get; set; } = "";

    /// <summary>Resource group of the virtual network.</summary>
    public string ResourceGroupName { get; set; } = "";

    /// <summary>Subscription of the virtual network.</summary>
    public string SubscriptionId { get; set; } = "";

    /// <summary>Tenant of the subscription; null where it is not known.</summary>
    public string? TenantId { get; set; }

    /// <summary>Region of the virtual network, for example <c>westeurope</c>; null where it is not known.</summary>
    public string? Location { get; set; }

    /// <summary>Resource id of the virtual network this side points to.</summary>
    public string RemoteVirtualNetworkId { get; set; } = "";

    /// <summary>Initiated, Connected or Disconnected.</summary>
    public string? PeeringState { get; set; }

    /// <summary>FullyInSync, RemoteNotInSync, LocalNotInSync or LocalAndRemoteNotInSync.</summary>
    public string? PeeringSyncLevel { get; set; }

    /// <summary>Succeeded, Updating, Deleting, Failed, Creating or Canceled.</summary>
    public string? ProvisioningState { get; set; }

    /// <summary>Lets the two networks reach each other.</summary>
    public bool AllowVirtualNetworkAccess { get; set; }

    /// <summary>Accepts traffic from the peer that did not start there, as a network appliance forwards it.</summary>
    public bool AllowForwardedTraffic { get; set; }

    /// <summary>Shares this network's gateway or Route Server with the peer.</summary>
    public bool AllowGatewayTransit { get; set; }

    /// <summary>Uses the peer's gateway or Route Server.</summary>
    public bool UseRemoteGateways { get; set; }

    /// <summary>Asks Azure not to check that the remote gateway is provisioned.</summary>
    public bool DoNotVerifyRemoteGateways { get; set; }

    /// <summary>True for whole networks, false for a subnet peering.</summary>
    public bool PeerCompleteVnets { get; set; } = true;

    /// <summary>Subnets of this side that take part in a subnet peering.</summary>
    public string[] LocalSubnetNames { get; set; } = [];

    /// <summary>Subnets of the other side that take part in a subnet peering.</summary>
    public string[] RemoteSubnetNames { get; set; } = [];

    /// <summary>Only the IPv6 space is peered (subnet peering).</summary>
    public bool EnableOnlyIPv6Peering { get; set; }

    /// <summary>Prefixes of the peer that are in force here: what was last synced.</summary>
    public string[] RemoteAddressSpace { get; set; } = [];

    /// <summary>Prefixes the peer has now.</summary>
    public string[] RemoteVirtualNetworkAddressSpace { get; set; } = [];

    /// <summary>Prefixes of the virtual network that holds this side, as it has them now; empty where it was not read.</summary>
    public string[] VirtualNetworkAddressSpace { get; set; } = [];

    /// <summary>Azure's own guid of the virtual network, another one when it was deleted and made again; null where it was not read.</summary>
    public string? VirtualNetworkResourceGuid { get; set; }

    /// <summary>Resource ids of the remote gateways in use.</summary>
    public string[] RemoteGateways { get; set; } = [];

    /// <summary>The one id both halves of a pair share on the server.</summary>
    public string? ResourceGuid { get; set; }

    /// <summary>The etag of this side, which is its virtual network's.</summary>
    public string? Etag { get; set; }

    /// <inheritdoc/>
    public override string ToString() =>
        Exists ? $"{VirtualNetworkName}/{Name}" : IsVisible ? $"{VirtualNetworkName} (no peering)" : $"{VirtualNetworkName} (not visible)";
}
