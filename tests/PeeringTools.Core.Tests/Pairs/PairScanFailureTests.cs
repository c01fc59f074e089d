using static PeeringTools.Pairs.ScanEstate;

namespace PeeringTools.Pairs;

/// <summary>What a scan cannot read is said, counted, and never taken for an empty place.</summary>
public class PairScanFailureTests
{
    private const string Third = "00000000-0000-0000-0000-000000000003";

    private readonly ScanEstate _estate = new();

    [Fact]
    public async Task A_remote_that_could_not_be_read_for_another_reason_is_unknown_and_said()
    {
        _estate.Azure.Fail("GetVirtualNetwork", "/far", PeeringException.Of(nameof(Errors.Throttled), null, "GET"));
        PeeringPair pair = Assert.Single(await _estate.ReadAsync(PairScope.Of(_estate.Hub.Id)), p => p.Remote.VirtualNetworkName == "far");
        Assert.Equal((PeeringPairStatus.Unknown, PeeringDirection.None), (pair.Status, pair.MissingSide));
        Assert.Contains("/far", Assert.Single(_estate.Reporter.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_points_to_nonsense_is_one_unknown_pair_with_a_warning()
    {
        _estate.Spoke.Sides[0].RemoteVirtualNetworkId = "/subscriptions/what";
        List<PeeringPair> pairs = await _estate.ReadAsync(PairScope.Of(_estate.Spoke.Id));
        Assert.Equal((PeeringPairStatus.Unknown, "spoke", true), (pairs[0].Status, pairs[0].Local.VirtualNetworkName, pairs[0].Oriented));
        _ = Assert.Single(_estate.Reporter.Warnings);
    }

    [Fact]
    public async Task A_subscription_that_fails_is_an_error_and_a_row_of_the_coverage_and_the_rest_goes_on()
    {
        PeeringError denied = PeeringError.Of(nameof(Errors.AccessDenied), null, "x", "no") with { AzureCode = "AuthorizationFailed", HttpStatus = 403 };
        _estate.Azure.Fail("ListVirtualNetworks", Second, new PeeringException(denied));
        _estate.Azure.Fail("ListVirtualNetworks", Third, PeeringException.Of(nameof(Errors.Throttled), null, "GET"));
        PairScan scan = _estate.Scan();
        Assert.Equal(2, (await ReadAllAsync(scan, new PairScope { SubscriptionIds = [First, Second, Third] })).Count);
        Assert.All(_estate.Reporter.Errors, error => Assert.Equal(nameof(Errors.SubscriptionNotRead), error.Id));
        Assert.Equal(
            [(First, CoverageState.Seen, 2), (Second, CoverageState.Denied, 0), (Third, CoverageState.Throttled, 0)],
            scan.Coverage.Entries.Select(entry => (entry.SubscriptionId, entry.State, entry.Networks)));
    }

    [Fact]
    public async Task A_list_that_breaks_off_gives_what_came_and_says_how_much()
    {
        _estate.Azure.Fail("ListVirtualNetworks.Next", First, PeeringException.Of(nameof(Errors.UnexpectedAnswer), null, "x", "y"));
        PairScan scan = _estate.Scan();
        _ = await ReadAllAsync(scan, new PairScope { SubscriptionIds = [First] });
        CoverageEntry entry = Assert.Single(scan.Coverage.Entries);
        Assert.Equal((CoverageState.Partial, 1), (entry.State, entry.Networks));
    }

    [Fact]
    public async Task A_token_that_runs_out_ends_the_scan_instead_of_making_holes()
    {
        _estate.Azure.Fail("ListVirtualNetworks", Second, PeeringException.Of(nameof(Errors.TokenExpired), null, "x"));
        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => _estate.ReadAsync(PairScope.Everything));
        Assert.Equal(nameof(Errors.TokenExpired), thrown.Error.Id);
    }

    [Fact]
    public async Task A_network_that_is_asked_for_and_does_not_exist_is_an_error_and_the_others_go_on()
    {
        ResourceId missing = ResourceId.ForVirtualNetwork(First, "rg", "nope");
        Assert.Equal(["spoke-hub"], NamesOf(await _estate.ReadAsync(PairScope.Of(missing, _estate.Spoke.Id))));
        Assert.Equal(nameof(Errors.VirtualNetworkNotFound), Assert.Single(_estate.Reporter.Errors).Id);
    }

    [Fact]
    public async Task A_group_is_missing_only_when_no_subscription_of_the_scope_has_it()
    {
        PeeringException missing = PeeringException.Of(nameof(Errors.ResourceGroupNotFound), null, "rg", "x");
        _estate.Azure.Fail("ListVirtualNetworks", Second, missing);
        Assert.Equal(2, (await _estate.ReadAsync(new PairScope { ResourceGroupName = "rg" })).Count);
        Assert.Empty(_estate.Reporter.Errors);
        _estate.Azure.Fail("ListVirtualNetworks", First, missing);
        Assert.Empty(await _estate.ReadAsync(new PairScope { ResourceGroupName = "rg" }));
        Assert.Equal(nameof(Errors.ResourceGroupNotFound), Assert.Single(_estate.Reporter.Errors).Id);
    }

    [Fact]
    public async Task A_couple_of_which_neither_network_can_be_read_is_an_error()
    {
        _estate.Azure.Hide(First);
        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => _estate.Scan().ReadOneAsync(_estate.Spoke.Id, _estate.Hub.Id, Token));
        Assert.Equal(nameof(Errors.SubscriptionNotFound), thrown.Error.Id);
    }
}
