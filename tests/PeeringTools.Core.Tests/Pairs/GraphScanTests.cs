using PeeringTools.Fakes;
using static PeeringTools.Pairs.ScanEstate;

namespace PeeringTools.Pairs;

/// <summary>Pairs out of Resource Graph: the same ones, few requests, and no claim that a copy cannot carry.</summary>
public class GraphScanTests
{
    private readonly ScanEstate _estate = new();

    [Fact]
    public async Task Everything_visible_gives_the_same_pairs_with_one_query_and_says_where_they_come_from()
    {
        List<PeeringPair> pairs = await _estate.ReadAsync(Graph());
        Assert.Equal(["hub-far", "hub-spoke"], NamesOf(pairs));
        Assert.All(pairs, pair => Assert.Equal((PeeringPairStatus.Connected, "ResourceGraph"), (pair.Status, pair.Source)));
        Assert.Equal((1, 0, 0), (_estate.Azure.Count("QueryVirtualNetworks"), _estate.Azure.Count("ListVirtualNetworks"), _estate.Azure.Count("GetVirtualNetwork")));
    }

    [Fact]
    public async Task Ends_outside_the_scope_come_from_Resource_Graph_too()
    {
        PeeringPair pair = Assert.Single(await _estate.ReadAsync(Graph(Second)));
        Assert.Equal(PeeringPairStatus.Connected, pair.Status);
        Assert.Equal((2, 0), (_estate.Azure.Count("QueryVirtualNetworks"), _estate.Azure.Count("GetVirtualNetwork")));
    }

    [Fact]
    public async Task A_network_that_the_copy_does_not_show_is_never_gone_only_Unknown_and_the_call_says_so()
    {
        _estate.Azure.Remove(_estate.Spoke);
        List<PeeringPair> pairs = await _estate.ReadAsync(Graph());
        PeeringPair lost = Assert.Single(pairs, pair => pair.Status != PeeringPairStatus.Connected);
        Assert.Equal((PeeringPairStatus.Unknown, PeeringDirection.None), (lost.Status, lost.MissingSide));
        Assert.Contains("proves nothing", Assert.Single(_estate.Reporter.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, _estate.Azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task Orphans_are_read_live_and_only_then_called_gone()
    {
        FakeNetwork young = _estate.Azure.Add("young", "10.7.0.0/16");
        _estate.Azure.Peer(_estate.Hub, young);
        _ = _estate.Azure.NotInGraph.Add(young.Id);
        _estate.Azure.Remove(_estate.Spoke);
        List<PeeringPair> pairs = await _estate.ReadAsync(Graph() with { RereadsDoubtful = true });
        Dictionary<string, PeeringPair> byRemote = pairs.ToDictionary(pair => Other(pair).VirtualNetworkName);
        Assert.Equal((PeeringPairStatus.RemoteGone, "ResourceManager"), (byRemote["spoke"].Status, byRemote["spoke"].Source));
        Assert.Equal((PeeringPairStatus.Connected, "ResourceManager"), (byRemote["young"].Status, byRemote["young"].Source));
        Assert.Equal((PeeringPairStatus.Connected, "ResourceGraph"), (byRemote["far"].Status, byRemote["far"].Source));
        Assert.Empty(_estate.Reporter.Warnings);
    }

    [Fact]
    public async Task A_live_read_that_fails_is_an_error_and_not_the_copys_word()
    {
        _estate.Azure.Remove(_estate.Spoke);
        PeeringException denied = new(PeeringError.Of(nameof(Errors.AccessDenied), null, "hub", "no") with { HttpStatus = 403 });
        _estate.Azure.Fail("GetVirtualNetwork", "", denied);
        Assert.Equal(["hub-far"], NamesOf(await _estate.ReadAsync(Graph() with { RereadsDoubtful = true })));
        Assert.Equal(nameof(Errors.AccessDenied), Assert.Single(_estate.Reporter.Errors).Id);
    }

    [Fact]
    public async Task What_lies_in_a_hidden_subscription_is_not_visible()
    {
        _estate.Azure.Hide(Second);
        List<PeeringPair> pairs = await _estate.ReadAsync(Graph());
        Assert.Equal(PeeringPairStatus.RemoteNotVisible, pairs.Single(pair => Other(pair).VirtualNetworkName == "far").Status);
    }

    [Fact]
    public async Task A_subscription_that_is_asked_for_and_not_visible_is_an_error_although_Graph_would_keep_silent()
    {
        PairScan scan = _estate.Scan();
        Assert.Equal(2, (await ReadAllAsync(scan, Graph(First, "00000000-0000-0000-0000-00000000000f"))).Count);
        Assert.Equal(nameof(Errors.SubscriptionNotRead), Assert.Single(_estate.Reporter.Errors).Id);
        Assert.Equal([(CoverageState.Seen, 2), (CoverageState.Denied, 0)], scan.Coverage.Entries.Select(entry => (entry.State, entry.Networks)));
    }

    [Fact]
    public async Task A_subscription_that_the_copy_does_not_have_is_an_error_and_an_empty_one_is_not()
    {
        _ = _estate.Azure.AddSubscription("00000000-0000-0000-0000-000000000003");
        _ = _estate.Azure.SubscriptionsNotInGraph.Add(Second);
        PairScan scan = _estate.Scan();
        _ = await ReadAllAsync(scan, Graph());
        Assert.Contains(Second, Assert.Single(_estate.Reporter.Errors).Message, StringComparison.Ordinal);
        Assert.Equal([CoverageState.Seen, CoverageState.Partial, CoverageState.Seen], scan.Coverage.Entries.Select(entry => entry.State));
    }

    [Fact]
    public async Task A_query_that_breaks_off_leaves_its_subscriptions_incomplete_and_is_one_error()
    {
        PeeringException slow = new(PeeringError.Of(nameof(Errors.Throttled), null, "RateLimiting") with { HttpStatus = 429 });
        _estate.Azure.Fail("QueryVirtualNetworks.Next", First, slow);
        PairScan scan = _estate.Scan();
        _ = await ReadAllAsync(scan, Graph());
        PeeringError said = Assert.Single(_estate.Reporter.Errors);
        Assert.Equal((nameof(Errors.CoverageIncomplete), 429), (said.Id, said.HttpStatus));
        Assert.StartsWith("2 of 2 subscriptions", said.Message, StringComparison.Ordinal);
        Assert.All(scan.Coverage.Entries, entry => Assert.Equal(CoverageState.Throttled, entry.State));
        _ = Assert.Throws<PeeringException>(scan.Coverage.RequireComplete);
    }

    [Fact]
    public async Task Subscriptions_are_asked_for_in_groups_and_each_is_accounted_for()
    {
        for (int i = 100; i < 750; i++) _ = _estate.Azure.AddSubscription("00000000-0000-0000-0000-000000000" + i);
        PairScan scan = _estate.Scan();
        Assert.Equal(2, (await ReadAllAsync(scan, Graph())).Count);
        Assert.Equal(3, _estate.Azure.Count("QueryVirtualNetworks"));
        Assert.Equal((652, true), (scan.Coverage.Total, scan.Coverage.IsComplete));
    }

    [Fact]
    public async Task A_management_group_is_read_with_its_subscriptions_accounted_for()
    {
        _estate.Azure.ManagementGroups["landing"] = [Second];
        PairScan scan = _estate.Scan();
        Assert.Equal(["hub-far"], NamesOf(await ReadAllAsync(scan, new PairScope { ManagementGroupId = "landing" })));
        CoverageEntry entry = Assert.Single(scan.Coverage.Entries);
        Assert.Equal((Second, CoverageState.Seen, 1), (entry.SubscriptionId, entry.State, entry.Networks));
    }

    [Fact]
    public async Task A_management_group_that_nobody_may_look_into_ends_the_call_and_an_empty_one_is_said()
    {
        PeeringException denied = await Assert.ThrowsAsync<PeeringException>(() => _estate.ReadAsync(new PairScope { ManagementGroupId = "typo" }));
        Assert.Equal(nameof(Errors.AccessDenied), denied.Error.Id);
        _estate.Azure.ManagementGroups["empty"] = [];
        Assert.Empty(await _estate.ReadAsync(new PairScope { ManagementGroupId = "empty" }));
        Assert.Contains("'empty'", Assert.Single(_estate.Reporter.Warnings), StringComparison.Ordinal);
    }

    private static PairScope Graph(params string[] subscriptions) => new() { Source = PairBuilder.ResourceGraph, SubscriptionIds = subscriptions };

    private static PeeringSide Other(PeeringPair pair) => pair.Local.VirtualNetworkName == "hub" ? pair.Remote : pair.Local;
}
