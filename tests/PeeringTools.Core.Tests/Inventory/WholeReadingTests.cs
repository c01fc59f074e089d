using PeeringTools.Fakes;
using PeeringTools.Pairs;

namespace PeeringTools.Inventory;

/// <summary>A reading that left anything out is an error, never a smaller inventory.</summary>
public class WholeReadingTests
{
    private readonly ScanEstate _estate = new();

    [Fact]
    public async Task A_whole_estate_is_read_with_its_coverage()
    {
        List<PeeringPair> pairs = [];
        Coverage coverage = await this.ReadAsync(PairScope.Everything, pairs.Add);
        Assert.Equal(2, pairs.Count);
        Assert.True(coverage.IsComplete);
        PeeringInventoryEvidence evidence = EvidenceMaker.Live([new FakeConnection(_estate.Azure) { Account = "ada", TenantId = "t" }], PairScope.Everything, coverage);
        Assert.Equal(("Everything", true, "ada @ t ()"), (evidence.Scope, evidence.CoverageComplete, Assert.Single(evidence.Identities).ToString()));
        Assert.Equal([$"{ScanEstate.First}: Seen, 2", $"{ScanEstate.Second}: Seen, 1"], evidence.Coverage.Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task A_subscription_that_could_not_be_read_is_an_error_and_named()
    {
        _estate.Azure.Fail("ListVirtualNetworks", ScanEstate.Second, PeeringException.Of(nameof(Errors.Throttled), null, "GET"));
        PeeringError error = await this.RefusedAsync(PairScope.Everything);
        Assert.Equal(nameof(Errors.CoverageIncomplete), error.Id);
        Assert.Contains(ScanEstate.Second, error.Message, StringComparison.Ordinal);
        Assert.Contains(_estate.Reporter.Errors, said => said.Id == nameof(Errors.SubscriptionNotRead));
    }

    [Fact]
    public async Task A_list_that_may_leave_networks_out_is_an_error()
    {
        _estate.Azure.Grant(ResourceId.ForSubscription(ScanEstate.First), "*");
        _estate.Azure.Grant(ResourceId.ForResourceGroup(ScanEstate.Second, "rg"), "*");
        Assert.Equal(nameof(Errors.CoverageIncomplete), (await this.RefusedAsync(PairScope.Everything)).Id);
        // Whoever may read the group misses nothing in the group.
        _ = await this.ReadAsync(new PairScope { SubscriptionIds = [ScanEstate.Second], ResourceGroupName = "rg" }, _ => { });
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_an_error_and_no_empty_inventory()
    {
        _estate.Azure.Fail("ListVirtualNetworks", "", PeeringException.Of(nameof(Errors.ResourceGroupNotFound), null, "typo", "s"));
        _estate.Azure.Fail("ListPermissions", "typo", PeeringException.Of(nameof(Errors.ResourceGroupNotFound), null, "typo", "s"));
        PeeringError error = await this.RefusedAsync(new PairScope { ResourceGroupName = "typo" });
        Assert.Equal(nameof(Errors.ResourceGroupNotFound), error.Id);
        Assert.Empty(_estate.Reporter.Errors);
    }

    private async Task<PeeringError> RefusedAsync(PairScope scope) =>
        (await Assert.ThrowsAsync<PeeringException>(() => this.ReadAsync(scope, _ => { }))).Error;

    private Task<Coverage> ReadAsync(PairScope scope, Action<PeeringPair> take) =>
        WholeReading.ReadAsync([new FakeConnection(_estate.Azure)], _estate.Reporter, scope, take, ScanEstate.Token);
}
