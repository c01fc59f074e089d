using PeeringTools.Inventory;
using PeeringTools.Surroundings;

namespace PeeringTools.Topology;

public sealed class FurnitureTests
{
    [Fact]
    public void What_stands_in_a_network_is_named_there()
    {
        PeeringTopologyNode hub = Furnished().Node("hub");
        Assert.Equal(["vgw-hub"], hub.Gateways);
        Assert.Equal(["afw-hub"], hub.Firewalls);
        Assert.Equal(["vm-nva"], hub.Appliances);
        Assert.Equal(["privatelink.blob.core.windows.net"], hub.DnsZones);
    }

    [Fact]
    public void The_network_that_holds_a_DNS_server_resolves_for_all_that_name_it()
    {
        PeeringTopology topology = Furnished();
        Assert.Equal((2, 0), (topology.Node("hub").ResolvesFor, topology.Node("spoke").ResolvesFor));
        Assert.Equal(["10.2.0.53"], topology.Node("spoke").DnsServers);
    }

    [Fact]
    public void A_route_table_that_points_to_an_address_in_the_peer_is_told_on_the_link()
    {
        PeeringTopology topology = Furnished();
        Assert.Equal(PeeringDirection.Remote, topology.Links.Single(link => link.RemoteVirtualNetworkName == "spoke").RoutesThroughPeer);
        Assert.Equal(PeeringDirection.None, topology.Links.Single(link => link.RemoteVirtualNetworkName == "tools").RoutesThroughPeer);
    }

    [Fact]
    public void What_could_forward_in_the_middle_is_named_at_the_transit()
    {
        Assert.Equal(["afw-hub", "vm-nva"], Assert.Single(Furnished().Transits).Forwarders);
    }

    [Fact]
    public void What_was_not_read_is_not_claimed_to_be_none()
    {
        PeeringTopology topology = Furnished();
        Assert.Equal(["Gateways", "Firewalls", "RouteTables"], topology.SurroundingsRead);
        Assert.StartsWith("PrivateDnsZones in sub-1: ", Assert.Single(topology.SurroundingsUnread), StringComparison.Ordinal);
        Assert.Empty(Town.Build(Town.Star("h", 3)).SurroundingsRead);
    }

    private static PeeringTopology Furnished()
    {
        VirtualNetwork hub = Network("hub", "10.2.0.0/16");
        VirtualNetwork spoke = Network("spoke", "10.10.0.0/16", "10.2.0.53") with { Subnets = [new Subnet { Id = "s", Name = "s", RouteTableId = "/RT" }] };
        VirtualNetwork tools = Network("tools", "10.30.0.0/16", "10.2.0.53");
        string subnet = hub.Id.Text.ToUpperInvariant() + "/subnets/AzureFirewallSubnet";
        Estate estate = new()
        {
            Networks = new[] { hub, spoke, tools }.ToDictionary(network => network.Id),
            Kinds = SurroundingKinds.Gateways | SurroundingKinds.Firewalls | SurroundingKinds.RouteTables,
            Unread = [new UnreadSurrounding(SurroundingKinds.PrivateDnsZones, "sub-1", PeeringError.Of(nameof(Errors.AccessDenied), null, "x", "no"))],
            Gateways = [new NetworkGateway { Id = "g", Name = "vgw-hub", VirtualNetworkId = hub.Id, GatewayType = "Vpn" }],
            Firewalls = [new AzureFirewall { Id = "f", Name = "afw-hub", Addresses = [new InterfaceAddress { SubnetId = subnet, PrivateIPAddress = "10.2.1.4" }] }],
            NetworkInterfaces = [new NetworkInterface { Id = "n", Name = "nic", EnableIPForwarding = true, VirtualMachineId = "/x/vm-nva", Addresses = [new InterfaceAddress { SubnetId = subnet }] }],
            RouteTables = new Dictionary<string, RouteTable>(StringComparer.OrdinalIgnoreCase)
            {
                ["/rt"] = new RouteTable { Id = "/rt", Name = "rt", Routes = [new UserRoute { Name = "r", AddressPrefix = "0.0.0.0/0", NextHopType = "VirtualAppliance", NextHopIpAddress = "10.2.1.4" }] },
            },
            PrivateDnsZones = [new PrivateDnsZone { Id = "z", Name = "privatelink.blob.core.windows.net", LinkedVirtualNetworkIds = [hub.Id.Text] }],
        };
        return TopologyBuilder.Build([Town.Pair("hub", "spoke"), Town.Pair("hub", "tools")], Town.Now, estate);
    }

    private static VirtualNetwork Network(string name, string prefix, params string[] dns) =>
        new() { Id = ResourceId.Parse(Sample.NetworkId(name)), Location = "westeurope", AddressPrefixes = [prefix], DnsServers = dns };
}
