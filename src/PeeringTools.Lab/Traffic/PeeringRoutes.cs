using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Traffic;

/// <summary>Routes that Connected peerings bring: one for every remote prefix in force.</summary>
internal static class PeeringRoutes
{
    public static IEnumerable<Route> Of(Subnet subnet, Estate estate) =>
        subnet.Parent.Peerings.Where(p => p.State == PeeringState.Connected && Concerns(p, subnet)).SelectMany(p => Routes(p, estate));

    /// <summary>The networks on the other side of Connected peerings, as far as the lab holds them.</summary>
    public static IEnumerable<VirtualNetwork> Peers(VirtualNetwork network, Estate estate) =>
        network.Peerings.Where(p => p.State == PeeringState.Connected).Select(p => estate.Network(p.RemoteId)).OfType<VirtualNetwork>();

    /// <summary>The prefixes of the remote network that a half reaches.</summary>
    public static string[] Reached(Peering half, Estate estate) =>
        half.Flags.PeerCompleteVnets ? half.InForce.Prefixes
        : [.. (half.Flags.RemoteSubnetNames ?? []).Select(n => estate.Network(half.RemoteId)?.FindSubnet(n)).OfType<Subnet>().SelectMany(s => s.Prefixes.Prefixes)];

    private static bool Concerns(Peering half, Subnet subnet) =>
        half.Flags.PeerCompleteVnets || (half.Flags.LocalSubnetNames ?? []).Contains(subnet.Name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Route> Routes(Peering half, Estate estate)
    {
        VirtualNetwork? remote = estate.Network(half.RemoteId);
        string type = remote is null || remote.Location.Same(half.Parent.Location) ? "VNetPeering" : "VNetGlobalPeering";
        return Reached(half, estate).Select(prefix => new Route("Default", prefix, type) { Into = remote });
    }
}
