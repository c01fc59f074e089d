using CsCheck;
using PeeringTools.Inventory;

namespace PeeringTools.Topology;

public sealed class TopologyTests
{
    [Fact]
    public void What_hangs_together_is_numbered_from_the_largest()
    {
        PeeringTopology topology = Town.Build(Town.Mesh("a", 3), Town.Star("z", 5), [Town.Pair("b", "c")]);
        Assert.Equal(["1: 6 networks, 5 pairs", "2: 3 networks, 3 pairs", "3: 2 networks, 1 pair"], topology.Components.Select(part => part.ToString()));
        Assert.Equal([Sample.NetworkId("z")], topology.Components[0].HubIds);
    }

    [Fact]
    public void Spokes_of_one_hub_that_are_peered_directly_are_an_unwanted_mesh()
    {
        PeeringTopology topology = Town.Build(Town.Star("h", 8), [Town.Pair("h-s001", "h-s002"), Town.Pair("h-s002", "h-s003"), Town.Pair("h-s007", "h-s008")]);
        Assert.Equal(["h-s001, h-s002, h-s003", "h-s007, h-s008"], topology.UnwantedMeshes.Select(mesh => mesh.ToString()));
        Assert.Equal(2, topology.UnwantedMeshes[0].PairIds.Length);
        Assert.Equal([Sample.NetworkId("h")], topology.UnwantedMeshes[0].HubIds);
        Assert.Equal(3, topology.Links.Count(link => link.BypassesHub));
    }

    [Fact]
    public void Spokes_of_different_hubs_and_hubs_themselves_are_no_unwanted_mesh()
    {
        Assert.Empty(Town.Build(Town.Star("h", 4), Town.Star("i", 4), [Town.Pair("h", "i"), Town.Pair("h-s001", "i-s001")]).UnwantedMeshes);
    }

    [Fact]
    public void A_hub_of_five_hundred_counts_its_couples_and_lists_none()
    {
        PeeringTransit transit = Assert.Single(Town.Build(Town.Star("h", 500)).Transits);
        Assert.Equal((124_750, 0, "h-s001 - h-s002"), (transit.Couples, transit.Open, transit.Example));
    }

    [Fact]
    public void Couples_are_open_where_both_outer_sides_accept_what_is_forwarded()
    {
        PeeringPair[] star = [.. Town.Star("h", 5)];
        foreach (PeeringPair pair in star.Take(3)) pair.Remote.AllowForwardedTraffic = true;
        star[0].Status = PeeringPairStatus.Disconnected;

        PeeringTransit transit = Assert.Single(Town.Build(star).Transits);

        Assert.Equal((10, 1), (transit.Couples, transit.Open));
        Assert.Equal((9, 0), (Town.Build(star, [Town.Pair("h-s002", "h-s003")]).Transits[0].Couples, Town.Build(star, [Town.Pair("h-s002", "h-s003")]).Transits[0].Open));
    }

    [Fact]
    public void Flags_keep_their_side_however_the_pair_is_oriented()
    {
        PeeringPair pair = Town.Pair("a", "b", p => p.Remote.AllowForwardedTraffic = p.Remote.AllowGatewayTransit = true);
        PeeringPair turned = Town.Pair("a", "b");
        (turned.Local, turned.Remote, turned.MissingSide) = (pair.Remote, pair.Local, PeeringDirection.Local);
        pair.MissingSide = PeeringDirection.Remote;

        PeeringTopologyLink[] links = [Town.Build([pair]).Links[0], Town.Build([turned]).Links[0]];

        Assert.All(links, link => Assert.Equal(
            ("a", PeeringDirection.Remote, PeeringDirection.Remote, PeeringDirection.Remote),
            (link.LocalVirtualNetworkName, link.AllowForwardedTraffic, link.AllowGatewayTransit, link.MissingSide)));
    }

    [Fact]
    public void Of_a_couple_that_comes_twice_the_later_reading_counts()
    {
        PeeringPair early = Town.Pair("a", "b");
        PeeringPair late = Town.Pair("a", "b", pair => (pair.AsOf, pair.Status) = (early.AsOf.AddHours(1), PeeringPairStatus.Disconnected));
        Assert.Equal(PeeringPairStatus.Disconnected, Assert.Single(Town.Build([late, early]).Links).Status);
        Assert.Equal(PeeringPairStatus.Disconnected, Assert.Single(Town.Build([early, late]).Links).Status);
    }

    [Theory]
    [InlineData(PeeringPairStatus.Connected, "FullyInSync", PeeringHealthVerdict.Healthy)]
    [InlineData(PeeringPairStatus.Connected, "LocalNotInSync", PeeringHealthVerdict.Broken)]
    [InlineData(PeeringPairStatus.Initiated, "RemoteNotInSync", PeeringHealthVerdict.Broken)]
    [InlineData(PeeringPairStatus.RemoteNotVisible, "FullyInSync", PeeringHealthVerdict.Unknown)]
    public void Without_rules_a_pairs_own_state_is_its_verdict(PeeringPairStatus status, string level, PeeringHealthVerdict verdict)
    {
        PeeringPair pair = Town.Pair("a", "b", p => (p.Status, p.SyncLevel) = (status, level));
        Assert.Equal(verdict, Town.Build([pair]).Links[0].Verdict);
        Dictionary<string, PeeringHealthVerdict> rules = new() { [pair.PairId] = PeeringHealthVerdict.Degraded };
        Assert.Equal(PeeringHealthVerdict.Degraded, TopologyBuilder.Build([pair], Town.Now, null, rules).Links[0].Verdict);
    }

    [Fact]
    public void The_order_of_the_pairs_decides_nothing()
    {
        PeeringPair[] pairs = [.. Town.Star("h", 7), .. Town.Mesh("m", 4), Town.Pair("h-s001", "h-s002"), Town.Pair("m01", "end")];
        string expected = Everything(Town.Build(pairs));
        Gen.Shuffle(pairs).Sample(shuffled => Assert.Equal(expected, Everything(Town.Build(shuffled))), iter: 30);
    }

    [Fact]
    public void Anything_that_a_pair_may_hold_makes_a_topology() =>
        Sample.AnyEstate(6).Sample(pairs => Assert.Equal(pairs.Length, Town.Build(pairs).Links.Length), iter: 100);

    [Fact]
    public void A_pair_of_a_network_with_itself_is_none()
    {
        Assert.Empty(Town.Build([new PeeringPair(), Town.Pair("a", "a")]).Links);
    }

    private static string Everything(PeeringTopology topology) => System.Text.Json.JsonSerializer.Serialize(topology);
}
