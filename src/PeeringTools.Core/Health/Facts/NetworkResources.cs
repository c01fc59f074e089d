using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>What stands in which network, found once for all pairs.</summary>
internal sealed class NetworkResources
{
    private readonly ILookup<string, NetworkInterface> _interfacesBySubnet;
    private readonly HashSet<string> _firewallNetworks;

    public NetworkResources(Estate estate)
    {
        _interfacesBySubnet = estate.NetworkInterfaces
            .SelectMany(nic => nic.Addresses.Select(address => (address.SubnetId, nic)).Distinct())
            .ToLookup(pair => pair.SubnetId, pair => pair.nic, StringComparer.OrdinalIgnoreCase);
        _firewallNetworks = new HashSet<string>(
            estate.Firewalls.SelectMany(firewall => firewall.Addresses).Select(address => NetworkIdOf(address.SubnetId)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The network a subnet's id lies under.</summary>
    public static string NetworkIdOf(string subnetId)
    {
        int at = subnetId.IndexOf("/subnets/", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? subnetId : subnetId.Substring(0, at);
    }

    public IEnumerable<NetworkInterface> InterfacesIn(Subnet subnet) => _interfacesBySubnet[subnet.Id];

    public bool HasFirewall(VirtualNetwork network) => _firewallNetworks.Contains(network.Id.Text);

    /// <summary>True where a firewall or a machine that forwards for others stands in the network.</summary>
    public bool HasAppliance(VirtualNetwork network) =>
        this.HasFirewall(network) || network.Subnets.SelectMany(this.InterfacesIn).Any(nic => nic.EnableIPForwarding);

    /// <summary>Ids of the security groups of its subnets and of the interfaces in them.</summary>
    public IEnumerable<string> SecurityGroupIdsOf(VirtualNetwork network) => network.Subnets
        .SelectMany(subnet => this.InterfacesIn(subnet).Select(nic => nic.NetworkSecurityGroupId).Prepend(subnet.NetworkSecurityGroupId))
        .OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase);
}
