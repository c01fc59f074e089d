using PeeringTools.Fakes;

namespace PeeringTools.Routing;

/// <summary>
/// The tables of Microsoft's "Virtual network traffic routing": what is written there about peerings, gateways and user-defined routes.
/// No recording holds a peering route, so the documentation is all there is.
/// </summary>
public class DocumentedRouteTests
{
    /// <summary>
    /// The routing example: Virtual-network-1 (10.0.0.0/16) is peered with Virtual-network-2 (10.1.0.0/16 and 10.2.0.0/16), has a VPN gateway
    /// to 10.10.0.0/16, and Subnet1 a table that leads everything through an appliance and drops what goes to the peer.
    /// </summary>
    private static readonly RoutingModel Example = new(new EstateSketch()
        .Network("vnet1", "10.0.0.0/16")
        .Network("vnet2", "10.1.0.0/16", "10.2.0.0/16")
        .Subnet("vnet1/Subnet1", "10.0.0.0/24", table: "table1", change: s => s with { ServiceEndpoints = ["Microsoft.Storage"] })
        .Subnet("vnet1/Subnet2", "10.0.1.0/24")
        .Subnet("vnet1/GatewaySubnet", "10.0.255.0/27")
        .Table(
            "table1",
            EstateSketch.Route("Within-VNet1", "10.0.0.0/16", "10.0.100.4"),
            EstateSketch.Route("Within-Subnet1", "10.0.0.0/24", "VnetLocal"),
            EstateSketch.Route("ToVNet2-1-Drop", "10.1.0.0/16", "None"),
            EstateSketch.Route("ToVNet2-2-Drop", "10.2.0.0/16", "None"),
            EstateSketch.Route("To-On-Prem", "10.10.0.0/16", "10.0.100.4"),
            EstateSketch.Route("Default-NVA", "0.0.0.0/0", "10.0.100.4"))
        .Gateway("vpn", "vnet1", "10.10.0.0/16")
        .Peer("vnet1", "vnet2")
        .Build());

    [Fact]
    public void Subnet1_of_the_example_has_the_twelve_routes_of_the_table_and_no_reserved_one() => Assert.Equal(
        [
            "Active Default Microsoft.Storage VirtualNetworkServiceEndpoint",
            "Active User 0.0.0.0/0 VirtualAppliance 10.0.100.4",
            "Active User 10.0.0.0/16 VirtualAppliance 10.0.100.4",
            "Active User 10.0.0.0/24 VnetLocal",
            "Active User 10.1.0.0/16 None",
            "Active User 10.10.0.0/16 VirtualAppliance 10.0.100.4",
            "Active User 10.2.0.0/16 None",
            "Invalid Default 0.0.0.0/0 Internet",
            "Invalid Default 10.0.0.0/16 VnetLocal",
            "Invalid Default 10.1.0.0/16 VNetPeering",
            "Invalid Default 10.2.0.0/16 VNetPeering",
            "Invalid VirtualNetworkGateway 10.10.0.0/16 VirtualNetworkGateway",
        ],
        RowsOf(Example, "vnet1/Subnet1"));

    [Fact]
    public void Subnet2_of_the_example_has_the_routes_of_the_table_and_the_fourth_reserved_range_of_the_text() => Assert.Equal(
        [
            "Active Default 0.0.0.0/0 Internet",
            "Active Default 10.0.0.0/16 VnetLocal",
            "Active Default 10.0.0.0/8 None",
            "Active Default 10.1.0.0/16 VNetPeering",
            "Active Default 10.2.0.0/16 VNetPeering",
            "Active Default 100.64.0.0/10 None",
            "Active Default 172.16.0.0/12 None",
            "Active Default 192.168.0.0/16 None",
            "Active VirtualNetworkGateway 10.10.0.0/16 VirtualNetworkGateway",
        ],
        RowsOf(Example, "vnet1/Subnet2"));

    [Theory]
    [InlineData("10.0.0.9", "10.0.0.0/24 VnetLocal")]
    [InlineData("10.0.1.9", "10.0.0.0/16 VirtualAppliance 10.0.100.4")]
    [InlineData("10.1.0.1", "10.1.0.0/16 None")]
    [InlineData("10.10.0.1", "10.10.0.0/16 VirtualAppliance 10.0.100.4")]
    [InlineData("10.9.0.1", "0.0.0.0/0 VirtualAppliance 10.0.100.4")]
    public void Subnet1_sends_packets_where_the_explanations_say(string address, string route) =>
        Assert.Equal(route, Example.Choose(PlaceOf(Example, "vnet1/Subnet1"), AddressPrefix.Parse(address)).Route!.ToString());

    /// <summary>"If you assign an address range ... that includes, but isn't the same as, one of the four reserved address prefixes, Azure removes the route."</summary>
    [Theory]
    [InlineData("10.0.0.0/8", "100.64.0.0/10,172.16.0.0/12,192.168.0.0/16")]
    [InlineData("10.0.0.0/16", "10.0.0.0/8,100.64.0.0/10,172.16.0.0/12,192.168.0.0/16")]
    [InlineData("192.160.0.0/12", "10.0.0.0/8,100.64.0.0/10,172.16.0.0/12")]
    public void A_reserved_range_is_dropped_unless_the_address_space_covers_it(string space, string reserved)
    {
        RoutingModel model = new(new EstateSketch().Network("n", space).Subnet("n/s", space).Build());
        Assert.Equal(reserved.Split(','), model.RoutesOf(PlaceOf(model, "n/s")).Where(r => r.NextHopType == "None").Select(r => r.Prefix!.Value.ToString()).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> RowsOf(RoutingModel model, string subnet) => model.RoutesOf(PlaceOf(model, subnet))
        .Select(r => $"{(r.IsActive ? "Active" : "Invalid")} {r.Source} {r}").Order(StringComparer.Ordinal);

    private static SubnetPlace PlaceOf(RoutingModel model, string subnet) => model.PlaceOf(EstateSketch.SubnetIdOf(subnet))!;
}
