using PeeringTools.Fakes;

namespace PeeringTools.Access;

public class NetworkAccessTests
{
    private const string First = "00000000-0000-0000-0000-00000000000a";
    private const string Second = "00000000-0000-0000-0000-00000000000b";
    private const string Tenant = "10000000-0000-0000-0000-00000000000b";

    private readonly RecordingReporter _reporter = new();
    private readonly FakeArmNetwork _one = new FakeArmNetwork().AddSubscription(First);
    private readonly FakeArmNetwork _two = new FakeArmNetwork().AddSubscription(First).AddSubscription(Second, Tenant);

    [Fact]
    public async Task One_connection_is_used_without_asking_what_it_sees()
    {
        NetworkAccess access = new([new FakeConnection(_one)], _reporter);
        Assert.Same(_one, await access.ForAsync(Second, TestContext.Current.CancellationToken));
        Assert.Empty(_one.Calls);
    }

    [Fact]
    public async Task Of_several_connections_the_first_that_lists_the_subscription_is_used()
    {
        NetworkAccess access = this.Both();
        Assert.Same(_one, await access.ForAsync(First.ToUpperInvariant(), TestContext.Current.CancellationToken));
        Assert.Empty(_two.Calls);
        Assert.Same(_two, await access.ForAsync(Second, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_subscription_nobody_lists_goes_to_the_first_connection_so_that_Azure_answers_itself() =>
        Assert.Same(_one, await this.Both().ForAsync(Guid.NewGuid().ToString(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_lists_of_subscriptions_are_read_once_even_by_callers_that_come_together()
    {
        TaskCompletionSource release = new();
        _one.Before = (_, _) => release.Task;
        NetworkAccess access = this.Both();
        Task[] callers = [.. Enumerable.Range(0, 8).Select(_ => access.ForAsync(Second, TestContext.Current.CancellationToken).AsTask())];
        release.SetResult();
        await Task.WhenAll(callers);
        Assert.Equal((1, 1), (_one.Count("ListSubscriptions"), _two.Count("ListSubscriptions")));
    }

    [Fact]
    public async Task A_list_that_failed_is_read_again_by_the_next_caller()
    {
        _one.Fail("ListSubscriptions", "", PeeringException.Of(nameof(Errors.Throttled), null, "GET"), times: 1);
        NetworkAccess access = this.Both();
        _ = await Assert.ThrowsAsync<PeeringException>(() => access.ForAsync(First, TestContext.Current.CancellationToken).AsTask());
        Assert.Same(_one, await access.ForAsync(First, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_tenant_comes_from_the_lists_and_is_null_where_no_connection_sees_the_subscription()
    {
        NetworkAccess access = this.Both();
        Assert.Equal(Tenant, await access.TenantOfAsync(Second, TestContext.Current.CancellationToken));
        Assert.Null(await access.TenantOfAsync(Guid.NewGuid().ToString(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Subscriptions_that_two_connections_see_are_named_once()
    {
        IEnumerable<string> ids = (await this.Both().SubscriptionsAsync(TestContext.Current.CancellationToken)).Select(s => s.SubscriptionId);
        Assert.Equal([First, Second], ids);
    }

    [Fact]
    public async Task Without_a_scope_a_connection_reads_its_defaults_and_else_all_it_sees()
    {
        NetworkAccess access = new([new FakeConnection(_one) { SubscriptionIds = ["x"] }, new FakeConnection(_two)], _reporter);
        Assert.Equal(["x", First, Second], await access.DefaultSubscriptionIdsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(_one.Calls);
    }

    [Fact]
    public void A_lab_and_a_real_connection_are_refused_together()
    {
        PeeringException refused = Assert.Throws<PeeringException>(
            () => new NetworkAccess([new FakeConnection(_one), new FakeConnection(_two) { IsLab = true }], _reporter));
        Assert.Equal(nameof(Errors.MixedConnections), refused.Error.Id);
    }

    [Fact]
    public void No_connection_at_all_is_said_as_such() =>
        Assert.Equal(nameof(Errors.NotConnected), Assert.Throws<PeeringException>(() => new NetworkAccess([], _reporter)).Error.Id);

    private NetworkAccess Both() => new([new FakeConnection(_one), new FakeConnection(_two)], _reporter);
}
