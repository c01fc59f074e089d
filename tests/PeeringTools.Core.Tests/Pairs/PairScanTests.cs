using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

public class PairScanTests
{
    private const string First = FakeArmNetwork.DefaultSubscription;
    private const string Second = "00000000-0000-0000-0000-000000000002";
    private const string Third = "00000000-0000-0000-0000-000000000003";

    private readonly RecordingReporter _reporter = new();
    private readonly FakeArmNetwork _azure = new() { PageSize = 1 };
    private readonly FakeNetwork _hub;
    private readonly FakeNetwork _spoke;
    private readonly FakeNetwork _far;

    /// <summary>A hub and a spoke in one subscription, and a second spoke of the hub in another.</summary>
    public PairScanTests()
    {
        _hub = _azure.Add("hub", "10.0.0.0/16");
        _spoke = _azure.Add("spoke", "10.1.0.0/16");
        _far = _azure.Add("far", "10.2.0.0/16", subscription: Second);
        _azure.Peer(_hub, _spoke);
        _azure.Peer(_far, _hub);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_visible_gives_each_pair_once()
    {
        List<PeeringPair> pairs = await this.ReadAsync(PairScope.Everything);
        Assert.Equal(["hub-far", "hub-spoke"], NamesOf(pairs));
        Assert.All(pairs, pair => Assert.Equal((PeeringPairStatus.Connected, false), (pair.Status, pair.Oriented)));
        Assert.Equal(0, _azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task Three_fully_meshed_networks_give_exactly_three_objects_whatever_the_casing()
    {
        _azure.Peer(_spoke, _far);
        foreach (PeeringSide side in _spoke.Sides) side.RemoteVirtualNetworkId = side.RemoteVirtualNetworkId.ToUpperInvariant();
        Assert.Equal(["hub-far", "hub-spoke", "spoke-far"], NamesOf(await this.ReadAsync(PairScope.Everything)));
    }

    [Fact]
    public async Task The_connections_default_subscriptions_are_the_scope_when_none_is_given()
    {
        PairScan scan = this.Scan(new FakeConnection(_azure) { SubscriptionIds = [Second] });
        _ = await ReadAllAsync(scan, PairScope.Everything);
        Assert.Equal(Second, Assert.Single(scan.Coverage.Entries).SubscriptionId);
    }

    [Fact]
    public async Task A_scope_that_holds_one_end_only_still_gives_whole_pairs()
    {
        PeeringPair pair = Assert.Single(await this.ReadAsync(new PairScope { SubscriptionIds = [Second] }));
        Assert.Equal(PeeringPairStatus.Connected, pair.Status);
        Assert.True(pair.Local.Exists && pair.Remote.Exists);
        Assert.Equal(1, _azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task Of_a_resource_group_only_its_own_networks_pairs_are_read()
    {
        FakeNetwork other = _azure.Add("other", "10.3.0.0/16", group: "rg2");
        _azure.Peer(other, _hub);
        Assert.Equal(["hub-other"], NamesOf(await this.ReadAsync(new PairScope { ResourceGroupName = "RG2" })));
    }

    [Fact]
    public async Task A_group_is_missing_only_when_no_subscription_of_the_scope_has_it()
    {
        PeeringException missing = PeeringException.Of(nameof(Errors.ResourceGroupNotFound), null, "rg", "x");
        _azure.Fail("ListVirtualNetworks", Second, missing);
        Assert.Equal(2, (await this.ReadAsync(new PairScope { ResourceGroupName = "rg" })).Count);
        Assert.Empty(_reporter.Errors);
        _azure.Fail("ListVirtualNetworks", First, missing);
        Assert.Empty(await this.ReadAsync(new PairScope { ResourceGroupName = "rg" }));
        Assert.Equal(nameof(Errors.ResourceGroupNotFound), Assert.Single(_reporter.Errors).Id);
    }

    [Fact]
    public async Task A_network_that_is_asked_for_is_local_in_all_its_pairs()
    {
        List<PeeringPair> pairs = await this.ReadAsync(PairScope.Of(_spoke.Id, _hub.Id.Peering("peer-far")));
        Assert.All(pairs, pair => Assert.True(pair.Oriented));
        Assert.Equal(["hub-far", "spoke-hub"], NamesOf(pairs));
        Assert.Equal((3, 0), (_azure.Count("GetVirtualNetwork"), _azure.Count("ListVirtualNetworks")));
    }

    [Fact]
    public async Task A_network_that_is_asked_for_and_does_not_exist_is_an_error_and_the_others_go_on()
    {
        ResourceId missing = ResourceId.ForVirtualNetwork(First, "rg", "nope");
        Assert.Equal(["spoke-hub"], NamesOf(await this.ReadAsync(PairScope.Of(missing, _spoke.Id))));
        Assert.Equal(nameof(Errors.VirtualNetworkNotFound), Assert.Single(_reporter.Errors).Id);
    }

    [Fact]
    public async Task A_one_sided_peering_is_one_object_that_says_which_side_is_missing()
    {
        FakeNetwork lonely = _azure.Add("lonely", "10.4.0.0/16");
        _ = _azure.PeerHalf(lonely, _spoke);
        PeeringPair pair = Assert.Single(await this.ReadAsync(PairScope.Of(lonely.Id)));
        Assert.Equal((PeeringPairStatus.Initiated, PeeringDirection.Remote), (pair.Status, pair.MissingSide));
    }

    [Fact]
    public async Task A_deleted_network_is_gone_and_one_in_a_hidden_subscription_is_only_not_visible()
    {
        _azure.Remove(_spoke);
        _azure.Hide(Second);
        List<PeeringPair> pairs = await this.ReadAsync(PairScope.Of(_hub.Id));
        Assert.Equal(
            [(PeeringPairStatus.RemoteNotVisible, PeeringDirection.None), (PeeringPairStatus.RemoteGone, PeeringDirection.Remote)],
            pairs.OrderBy(pair => pair.Remote.VirtualNetworkName, StringComparer.Ordinal).Select(pair => (pair.Status, pair.MissingSide)));
    }

    [Fact]
    public async Task A_remote_that_could_not_be_read_for_another_reason_is_unknown_and_said()
    {
        _azure.Fail("GetVirtualNetwork", "/far", PeeringException.Of(nameof(Errors.Throttled), null, "GET"));
        PeeringPair pair = Assert.Single(await this.ReadAsync(PairScope.Of(_hub.Id)), p => p.Remote.VirtualNetworkName == "far");
        Assert.Equal((PeeringPairStatus.Unknown, PeeringDirection.None), (pair.Status, pair.MissingSide));
        Assert.Contains("/far", Assert.Single(_reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_points_to_nonsense_is_one_unknown_pair_with_a_warning()
    {
        _spoke.Sides[0].RemoteVirtualNetworkId = "/subscriptions/what";
        List<PeeringPair> pairs = await this.ReadAsync(PairScope.Of(_spoke.Id));
        Assert.Equal((PeeringPairStatus.Unknown, "spoke", true), (pairs[0].Status, pairs[0].Local.VirtualNetworkName, pairs[0].Oriented));
        _ = Assert.Single(_reporter.Warnings);
    }

    [Fact]
    public async Task A_subscription_that_fails_is_an_error_and_a_row_of_the_coverage_and_the_rest_goes_on()
    {
        PeeringError denied = PeeringError.Of(nameof(Errors.AccessDenied), null, "x", "no") with { AzureCode = "AuthorizationFailed", HttpStatus = 403 };
        _azure.Fail("ListVirtualNetworks", Second, new PeeringException(denied));
        _azure.Fail("ListVirtualNetworks", Third, PeeringException.Of(nameof(Errors.Throttled), null, "GET"));
        PairScan scan = this.Scan();
        Assert.Equal(2, (await ReadAllAsync(scan, new PairScope { SubscriptionIds = [First, Second, Third] })).Count);
        Assert.All(_reporter.Errors, error => Assert.Equal(nameof(Errors.SubscriptionNotRead), error.Id));
        Assert.Equal(
            [(First, CoverageState.Seen, 2), (Second, CoverageState.Denied, 0), (Third, CoverageState.Throttled, 0)],
            scan.Coverage.Entries.Select(entry => (entry.SubscriptionId, entry.State, entry.Networks)));
    }

    [Fact]
    public async Task A_list_that_breaks_off_gives_what_came_and_says_how_much()
    {
        _azure.Fail("ListVirtualNetworks.Next", First, PeeringException.Of(nameof(Errors.UnexpectedAnswer), null, "x", "y"));
        PairScan scan = this.Scan();
        _ = await ReadAllAsync(scan, new PairScope { SubscriptionIds = [First] });
        CoverageEntry entry = Assert.Single(scan.Coverage.Entries);
        Assert.Equal((CoverageState.Partial, 1), (entry.State, entry.Networks));
    }

    [Fact]
    public async Task A_token_that_runs_out_ends_the_scan_instead_of_making_holes()
    {
        _azure.Fail("ListVirtualNetworks", Second, PeeringException.Of(nameof(Errors.TokenExpired), null, "x"));
        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => this.ReadAsync(PairScope.Everything));
        Assert.Equal(nameof(Errors.TokenExpired), thrown.Error.Id);
    }

    [Fact]
    public async Task Tenants_come_from_the_lists_of_subscriptions()
    {
        _ = _azure.AddSubscription(Second, "20000000-0000-0000-0000-000000000002");
        PeeringPair pair = Assert.Single(await this.ReadAsync(new PairScope { SubscriptionIds = [Second] }));
        Assert.True(pair.IsCrossTenant);
        Assert.NotEqual(pair.Local.TenantId, pair.Remote.TenantId);
    }

    [Fact]
    public async Task One_couple_is_read_live_as_seen_from_its_first_network()
    {
        PairScan scan = this.Scan();
        PeeringPair? pair = await scan.ReadOneAsync(_spoke.Id, _hub.Id, Token);
        Assert.Equal(("spoke", true, PeeringPairStatus.Connected), (pair?.Local.VirtualNetworkName, pair?.Oriented, pair?.Status));
        _hub.Sides.Clear();
        Assert.Equal(PeeringDirection.Remote, (await scan.ReadOneAsync(_spoke.Id, _hub.Id, Token))?.MissingSide);
        Assert.Null(await scan.ReadOneAsync(_spoke.Id, _far.Id, Token));
    }

    [Fact]
    public async Task A_couple_of_which_neither_network_can_be_read_is_an_error()
    {
        _azure.Hide(First);
        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => this.Scan().ReadOneAsync(_spoke.Id, _hub.Id, Token));
        Assert.Equal(nameof(Errors.SubscriptionNotFound), thrown.Error.Id);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<PeeringPair> pairs) => pairs
        .Select(pair => $"{pair.Local.VirtualNetworkName}-{pair.Remote.VirtualNetworkName}".ToLowerInvariant())
        .Order(StringComparer.Ordinal);

    private static async Task<List<PeeringPair>> ReadAllAsync(PairScan scan, PairScope scope)
    {
        List<PeeringPair> pairs = [];
        await foreach (PeeringPair pair in scan.ReadAsync(scope, Token)) pairs.Add(pair);
        return pairs;
    }

    private PairScan Scan(FakeConnection? connection = null) => new(new NetworkAccess([connection ?? new FakeConnection(_azure)], _reporter));

    private Task<List<PeeringPair>> ReadAsync(PairScope scope) => ReadAllAsync(this.Scan(), scope);
}
