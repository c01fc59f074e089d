using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

public class CoverageTests
{
    private const string First = FakeArmNetwork.DefaultSubscription;
    private const string Tenant = "10000000-0000-0000-0000-000000000001";
    private const string Second = "00000000-0000-0000-0000-000000000002";

    private readonly FakeArmNetwork _azure = new FakeArmNetwork().AddSubscription(First).AddSubscription(Second);
    private readonly Coverage _coverage = new();

    public CoverageTests()
    {
        _coverage.Seen(First, 3);
        _coverage.Seen(Second, 4);
    }

    [Fact]
    public async Task With_the_right_to_read_networks_everywhere_a_list_is_taken_at_its_word()
    {
        await this.CheckAsync();
        Assert.True(_coverage.IsComplete);
        _coverage.RequireComplete();
    }

    [Fact]
    public async Task Without_that_right_at_the_subscription_the_list_may_have_holes()
    {
        _azure.Grant(ResourceId.ForSubscription(First), "*/read");
        _azure.Grant(ResourceId.ForResourceGroup(Second, "rg"), "*");
        await this.CheckAsync();
        CoverageEntry entry = Assert.Single(_coverage.Entries, e => e.State == CoverageState.Partial);
        Assert.Equal((Second, 4), (entry.SubscriptionId, entry.Networks));
        Assert.Contains(Permissions.ReadNetworks, entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_that_cannot_be_read_are_no_proof()
    {
        _azure.Fail("ListPermissions", Second, PeeringException.Of(nameof(Errors.AccessDenied), null, "x", "y"));
        await this.CheckAsync();
        Assert.Equal((1, 1), (_coverage.Count(CoverageState.Seen), _coverage.Count(CoverageState.Partial)));
    }

    [Fact]
    public async Task The_right_at_the_root_of_a_tenant_is_asked_for_once_and_counts_for_all_subscriptions_beneath_it()
    {
        this.SeeMany();
        _azure.GrantAbove(Tenant, "*/read");
        await this.CheckAsync();
        Assert.True(_coverage.IsComplete);
        Assert.Equal((1, 0), (_azure.Count("ListManagementGroupPermissions"), _azure.Count("ListPermissions")));
    }

    [Fact]
    public async Task A_tenant_whose_root_gives_no_right_is_asked_subscription_by_subscription()
    {
        this.SeeMany();
        _azure.GrantAbove("10000000-0000-0000-0000-000000000002", "*/read");
        _azure.Fail("ListManagementGroupPermissions", Tenant, PeeringException.Of(nameof(Errors.AccessDenied), null, "x", "y"));
        await this.CheckAsync();
        Assert.Equal((1, 6), (_azure.Count("ListManagementGroupPermissions"), _azure.Count("ListPermissions")));
        _azure.Grant(ResourceId.ForSubscription(First), "*/read");
        await this.CheckAsync();
        Assert.Equal((1, 5), (_coverage.Count(CoverageState.Seen), _coverage.Count(CoverageState.Partial)));
    }

    [Fact]
    public async Task A_management_group_that_was_read_answers_for_its_subscriptions()
    {
        this.SeeMany();
        _azure.GrantAbove("landing-zones", "Microsoft.Network/virtualNetworks/read");
        await this.CheckAsync(new PairScope { ManagementGroupId = "landing-zones" });
        Assert.True(_coverage.IsComplete);
        Assert.Equal("landing-zones", Assert.Single(_azure.Calls, call => call.Name == "ListManagementGroupPermissions").Id);
        Assert.Equal(0, _azure.Count("ListPermissions"));
    }

    [Fact]
    public async Task Only_what_was_seen_is_asked_about()
    {
        _coverage.Failed(First, 0, PeeringError.Of(nameof(Errors.Throttled), null, "GET"));
        await this.CheckAsync();
        Assert.Equal(1, _azure.Count("ListPermissions"));
        Assert.Equal(CoverageState.Throttled, _coverage.Entries[0].State);
    }

    [Fact]
    public void Who_needs_everything_is_told_what_is_missing()
    {
        _coverage.Partial(Second, "why");
        PeeringError error = Assert.Throws<PeeringException>(_coverage.RequireComplete).Error;
        Assert.Equal(nameof(Errors.CoverageIncomplete), error.Id);
        Assert.Contains($"1 of 2 subscriptions were not read in full: {Second} (Partial)", error.Message, StringComparison.Ordinal);
    }

    private void SeeMany()
    {
        for (int number = 3; number <= 6; number++)
        {
            string id = $"00000000-0000-0000-0000-00000000000{number}";
            _ = _azure.AddSubscription(id);
            _coverage.Seen(id, number);
        }
    }

    private Task CheckAsync(PairScope? scope = null) => new CoverageCheck(new NetworkAccess([new FakeConnection(_azure)], new RecordingReporter()))
        .RunAsync(_coverage, scope ?? PairScope.Everything, TestContext.Current.CancellationToken);
}
