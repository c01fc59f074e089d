using PeeringTools.Surroundings;

namespace PeeringTools.Routing;

/// <summary>A prefix that may be reached: of a network, or of what lies behind a gateway.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Name">The network or the gateway.</param>
/// <param name="NetworkId">The network; for a gateway the one it stands in.</param>
/// <param name="IsBeyond">Whether it lies behind the gateway.</param>
internal sealed record Target(AddressPrefix Prefix, string Name, ResourceId NetworkId, bool IsBeyond)
{
    /// <summary>An address of the prefix for a packet to go to: in a subnet where there is one, of a machine where one is known.</summary>
    public AddressPrefix AddressIn(Estate estate)
    {
        if (IsBeyond || !estate.Networks.TryGetValue(NetworkId, out VirtualNetwork? network)) return Prefix.AddressAt(Subnet.FirstUsable);
        Subnet[] inside = [.. network.Subnets.Where(s => Prefixes.Read(s.AddressPrefixes).Any(Prefix.Contains))
            .OrderBy(s => s.IsPlatform)];
        AddressPrefix[] machines = [.. estate.NetworkInterfaces.Where(n => n.VirtualMachineId is not null)
            .SelectMany(n => n.Addresses).Where(a => inside.Any(s => s.Id.Equals(a.SubnetId, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(a => Prefixes.Read([a.PrivateIPAddress ?? ""])).Where(Prefix.Contains)];
        if (machines.Length > 0) return machines[0];
        return inside.Length == 0 ? Prefix.AddressAt(Subnet.FirstUsable) : Prefixes.Read(inside[0].AddressPrefixes).First(Prefix.Contains).AddressAt(Subnet.FirstUsable);
    }

    /// <summary>Everything the given networks and their gateways offer.</summary>
    public static IEnumerable<Target> Of(IEnumerable<ResourceId> networks, Estate estate)
    {
        foreach (VirtualNetwork network in networks.Where(estate.Networks.ContainsKey).Select(id => estate.Networks[id]))
        {
            foreach (AddressPrefix prefix in Prefixes.Read(network.AddressPrefixes)) yield return new Target(prefix, network.Id.Name, network.Id, false);
            foreach (NetworkGateway gateway in estate.Gateways.Where(g => g.VirtualNetworkId.Equals(network.Id)))
            {
                foreach (AddressPrefix prefix in Prefixes.Read(gateway.StaticPrefixes)) yield return new Target(prefix, gateway.Name, network.Id, true);
            }
        }
    }
}
