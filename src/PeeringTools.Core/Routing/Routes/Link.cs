using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>A connected peering as seen from one of its networks.</summary>
/// <param name="Side">This network's own half.</param>
/// <param name="RemoteId">The network it leads to.</param>
/// <param name="Remote">That network; null where it was not read.</param>
/// <param name="Other">The other half; null where the remote network was not read.</param>
/// <param name="IsGlobal">Whether the two lie in different regions.</param>
/// <param name="Prefixes">What the peering makes reachable: the prefixes in force, of a subnet peering those of its subnets.</param>
internal sealed record Link(
    PeeringSide Side, ResourceId RemoteId, VirtualNetwork? Remote, PeeringSide? Other, bool IsGlobal, IReadOnlyList<AddressPrefix> Prefixes)
{
    /// <summary>A subnet peering gives its routes only to the subnets it names.</summary>
    public bool Serves(Subnet subnet) =>
        Side.PeerCompleteVnets || Side.LocalSubnetNames.Contains(subnet.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the remote network's gateways serve this one; null where that cannot be told.</summary>
    public bool? UsesRemoteGateways => !Side.UseRemoteGateways ? false : Other?.AllowGatewayTransit;
}
