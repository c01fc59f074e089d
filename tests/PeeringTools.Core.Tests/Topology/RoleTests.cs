using PeeringTools.Inventory;
using PeeringTools.Surroundings;

namespace PeeringTools.Topology;

public sealed class RoleTests
{
    [Fact]
    public void Three_that_hang_on_one_make_it_a_hub()
    {
        Assert.Equal(["h Hub", "h-s001 Spoke", "h-s002 Spoke", "h-s003 Spoke"], Town.Build(Town.Star("h", 3)).Roles());
    }

    [Fact]
    public void Between_two_others_stands_a_bridge()
    {
        Assert.Equal(["a MeshMember", "b Bridge", "c MeshMember"], Town.Build([Town.Pair("a", "b"), Town.Pair("b", "c")]).Roles());
    }

    [Fact]
    public void A_gateway_that_is_shared_and_used_makes_a_hub_of_the_smallest_network()
    {
        PeeringTopology topology = Town.Build([Town.Pair("a", "b", pair => pair.Remote.AllowGatewayTransit = pair.Local.UseRemoteGateways = true)]);
        Assert.Equal(["a Spoke", "b Hub"], topology.Roles());
        Assert.Equal(["a MeshMember", "b MeshMember"], Town.Build([Town.Pair("a", "b", pair => pair.Remote.AllowGatewayTransit = true)]).Roles());
    }

    [Fact]
    public void Where_everybody_is_peered_with_everybody_nobody_is_a_hub()
    {
        Assert.All(Town.Build(Town.Mesh("m", 6)).Nodes, node => Assert.Equal(PeeringTopologyRole.MeshMember, node.Role));
    }

    [Fact]
    public void Hubs_that_are_peered_with_each_other_stay_hubs_however_few_spokes_they_have()
    {
        PeeringTopology topology = Town.Build(Town.Mesh("h", 5), Enumerable.Range(1, 5).SelectMany(i => Town.Star($"h{i:00}", 3)));
        Assert.Equal(5, topology.Nodes.Count(node => node.Role == PeeringTopologyRole.Hub));
        Assert.Equal(15, topology.Nodes.Count(node => node.Role == PeeringTopologyRole.Spoke));
    }

    [Fact]
    public void A_spoke_with_something_behind_it_is_a_bridge()
    {
        PeeringTopology topology = Town.Build(Town.Star("h", 4), [Town.Pair("h-s001", "x")]);
        Assert.Equal((PeeringTopologyRole.Bridge, PeeringTopologyRole.MeshMember), (topology.Node("h-s001").Role, topology.Node("x").Role));
    }

    [Fact]
    public void Spokes_of_three_hubs_that_are_not_peered_are_no_hubs()
    {
        IEnumerable<PeeringPair> pairs = from hub in Enumerable.Range(1, 3) from spoke in Enumerable.Range(1, 6) select Town.Pair($"h{hub}", $"s{spoke}");
        PeeringTopology topology = Town.Build(pairs);
        Assert.Equal(["h1 Hub", "h2 Hub", "h3 Hub"], topology.Roles().Take(3));
        Assert.All(topology.Nodes.Skip(3), node => Assert.Equal((PeeringTopologyRole.Spoke, 3), (node.Role, node.HubIds.Length)));
    }

    [Fact]
    public void A_spoke_names_the_hub_whose_gateway_it_uses_first()
    {
        PeeringTopology topology = Town.Build(Town.Star("h1", 9), Town.Star("h2", 3), [Town.Pair("h1", "x"), Town.Pair("h2", "x", pair => pair.Local.AllowGatewayTransit = pair.Remote.UseRemoteGateways = true)]);
        Assert.Equal([Sample.NetworkId("h2"), Sample.NetworkId("h1")], topology.Node("x").HubIds);
    }

    [Fact]
    public void Networks_without_a_pair_come_from_the_estate_alone()
    {
        VirtualNetwork lonely = new() { Id = ResourceId.Parse(Sample.NetworkId("lonely")), Location = "northeurope", AddressPrefixes = ["10.9.0.0/16"] };
        Estate estate = new() { Networks = new Dictionary<ResourceId, VirtualNetwork> { [lonely.Id] = lonely } };

        PeeringTopologyNode node = TopologyBuilder.Build(Town.Star("h", 3), Town.Now, estate).Node("lonely");

        Assert.Equal((PeeringTopologyRole.Isolated, 0, "northeurope"), (node.Role, node.Component, node.Location));
        Assert.Equal(["10.9.0.0/16"], node.AddressSpace);
    }

    [Fact]
    public void A_chain_of_thousands_does_not_exhaust_the_stack()
    {
        PeeringTopology topology = Town.Build(Enumerable.Range(1, 20_000).Select(i => Town.Pair($"c{i:00000}", $"c{i + 1:00000}")));
        Assert.Equal(19_999, topology.Nodes.Count(node => node.Role == PeeringTopologyRole.Bridge));
    }
}
