using PeeringTools.Fakes;
using static PeeringTools.Pairs.ScanEstate;

namespace PeeringTools.Pairs;

public class PairScanTests
{
    private readonly ScanEstate _estate = new();

    [Fact]
    public async Task Everything_visible_gives_each_pair_once()
    {
        List<PeeringPair> pairs = await _estate.ReadAsync(PairScope.Everything);
        Assert.Equal(["hub-far", "hub-spoke"], NamesOf(pairs));
        Assert.All(pairs, pair => Assert.Equal((PeeringPairStatus.Connected, false), (pair.Status, pair.Oriented)));
        Assert.Equal(0, _estate.Azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task Three_fully_meshed_networks_give_exactly_three_objects_whatever_the_casing()
    {
        _estate.Azure.Peer(_estate.Spoke, _estate.Far);
        foreach (PeeringSide side in _estate.Spoke.Sides) side.RemoteVirtualNetworkId = side.RemoteVirtualNetworkId.ToUpperInvariant();
        Assert.Equal(["hub-far", "hub-spoke", "spoke-far"], NamesOf(await _estate.ReadAsync(PairScope.Everything)));
    }

    [Fact]
    public async Task The_connections_default_subscriptions_are_the_scope_when_none_is_given()
    {
        PairScan scan = _estate.Scan(new FakeConnection(_estate.Azure) { SubscriptionIds = [Second] });
        _ = await ReadAllAsync(scan, PairScope.Everything);
        Assert.Equal(Second, Assert.Single(scan.Coverage.Entries).SubscriptionId);
    }

    [Fact]
    public async Task A_scope_that_holds_one_end_only_still_gives_whole_pairs()
    {
        PeeringPair pair = Assert.Single(await _estate.ReadAsync(new PairScope { SubscriptionIds = [Second] }));
        Assert.Equal(PeeringPairStatus.Connected, pair.Status);
        Assert.True(pair.Local.Exists && pair.Remote.Exists);
        Assert.Equal(1, _estate.Azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task Of_a_resource_group_only_its_own_networks_pairs_are_read()
    {
        FakeNetwork other = _estate.Azure.Add("other", "10.3.0.0/16", group: "rg2");
        _estate.Azure.Peer(other, _estate.Hub);
        Assert.Equal(["hub-other"], NamesOf(await _estate.ReadAsync(new PairScope { ResourceGroupName = "RG2" })));
    }

    [Fact]
    public async Task A_network_that_is_asked_for_is_local_in_all_its_pairs()
    {
        List<PeeringPair> pairs = await _estate.ReadAsync(PairScope.Of(_estate.Spoke.Id, _estate.Hub.Id.Peering("peer-far")));
        Assert.All(pairs, pair => Assert.True(pair.Oriented));
        Assert.Equal(["hub-far", "spoke-hub"], NamesOf(pairs));
        Assert.Equal((3, 0), (_estate.Azure.Count("GetVirtualNetwork"), _estate.Azure.Count("ListVirtualNetworks")));
    }

    [Fact]
    public async Task A_one_sided_peering_is_one_object_that_says_which_side_is_missing()
    {
        FakeNetwork lonely = _estate.Azure.Add("lonely", "10.4.0.0/16");
        _ = _estate.Azure.PeerHalf(lonely, _estate.Spoke);
        PeeringPair pair = Assert.Single(await _estate.ReadAsync(PairScope.Of(lonely.Id)));
        Assert.Equal((PeeringPairStatus.Initiated, PeeringDirection.Remote), (pair.Status, pair.MissingSide));
    }

    [Fact]
    public async Task A_deleted_network_is_gone_and_one_in_a_hidden_subscription_is_only_not_visible()
    {
        _estate.Azure.Remove(_estate.Spoke);
        _estate.Azure.Hide(Second);
        List<PeeringPair> pairs = await _estate.ReadAsync(PairScope.Of(_estate.Hub.Id));
        Assert.Equal(
            [(PeeringPairStatus.RemoteNotVisible, PeeringDirection.None), (PeeringPairStatus.RemoteGone, PeeringDirection.Remote)],
            pairs.OrderBy(pair => pair.Remote.VirtualNetworkName, StringComparer.Ordinal).Select(pair => (pair.Status, pair.MissingSide)));
    }

    [Fact]
    public async Task Tenants_come_from_the_lists_of_subscriptions()
    {
        _ = _estate.Azure.AddSubscription(Second, "20000000-0000-0000-0000-000000000002");
        PeeringPair pair = Assert.Single(await _estate.ReadAsync(new PairScope { SubscriptionIds = [Second] }));
        Assert.True(pair.IsCrossTenant);
        Assert.NotEqual(pair.Local.TenantId, pair.Remote.TenantId);
    }

    [Fact]
    public async Task One_couple_is_read_live_as_seen_from_its_first_network()
    {
        PairScan scan = _estate.Scan();
        PeeringPair? pair = await scan.ReadOneAsync(_estate.Spoke.Id, _estate.Hub.Id, Token);
        Assert.Equal(("spoke", true, PeeringPairStatus.Connected), (pair?.Local.VirtualNetworkName, pair?.Oriented, pair?.Status));
        _estate.Hub.Sides.Clear();
        Assert.Equal(PeeringDirection.Remote, (await scan.ReadOneAsync(_estate.Spoke.Id, _estate.Hub.Id, Token))?.MissingSide);
        Assert.Null(await scan.ReadOneAsync(_estate.Spoke.Id, _estate.Far.Id, Token));
    }
}
