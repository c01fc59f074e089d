using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

public class RemoteProbeTests
{
    private const string Subscription = FakeArmNetwork.DefaultSubscription;

    private readonly RecordingReporter _reporter = new();
    private readonly FakeArmNetwork _azure = new();
    private readonly FakeNetwork _a;

    public RemoteProbeTests() => _a = _azure.Add("a", "10.0.0.0/16");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_network_that_answers_is_found()
    {
        RemoteReading reading = await this.Probe().ReadAsync(_a.Id.Peering("x"), Token);
        Assert.Equal((RemoteVisibility.Found, "a", null), (reading.Visibility, reading.Network?.Id.Name, reading.Problem));
    }

    [Theory]
    [InlineData("ResourceNotFound", 404, nameof(RemoteVisibility.Gone))]
    [InlineData("ResourceGroupNotFound", 404, nameof(RemoteVisibility.Gone))]
    [InlineData("SubscriptionNotFound", 404, nameof(RemoteVisibility.NotVisible))]
    [InlineData("AuthorizationFailed", 403, nameof(RemoteVisibility.NotVisible))]
    [InlineData("InvalidAuthenticationTokenTenant", 401, nameof(RemoteVisibility.NotVisible))]
    [InlineData("NotFound", 404, nameof(RemoteVisibility.Unknown))]
    [InlineData(null, 404, nameof(RemoteVisibility.Unknown))]
    [InlineData("TooManyRequests", 429, nameof(RemoteVisibility.Unknown))]
    [InlineData("InternalServerError", 500, nameof(RemoteVisibility.Unknown))]
    [InlineData(null, null, nameof(RemoteVisibility.Unknown))]
    public async Task Only_azures_own_words_prove_anything(string? code, int? status, string expected)
    {
        _azure.Fail("GetVirtualNetwork", "", Failure(code, status));
        RemoteReading reading = await this.Probe().ReadAsync(_a.Id, Token);
        Assert.Equal((expected, code), (reading.Visibility.ToString(), reading.Problem?.AzureCode));
    }

    [Theory]
    [InlineData("SubscriptionNotFound", 404, nameof(RemoteVisibility.NotVisible))]
    [InlineData("AuthorizationFailed", 403, nameof(RemoteVisibility.NotVisible))]
    [InlineData("ResourceNotFound", 404, nameof(RemoteVisibility.Unknown))]
    [InlineData("TooManyRequests", 429, nameof(RemoteVisibility.Unknown))]
    public async Task A_network_that_is_not_there_is_gone_only_when_its_subscription_answers(string code, int status, string expected)
    {
        _azure.Fail("GetSubscription", "", Failure(code, status));
        Assert.Equal(expected, (await this.Probe().ReadAsync(Missing("x"), Token)).Visibility.ToString());
    }

    [Fact]
    public async Task The_subscription_is_asked_once_for_all_its_missing_networks()
    {
        RemoteProbe probe = this.Probe();
        _ = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => probe.ReadAsync(Missing("x" + i), Token)));
        Assert.Equal(1, _azure.Count("GetSubscription"));
    }

    [Fact]
    public async Task Each_network_is_read_once_whatever_the_casing_even_by_callers_that_come_together()
    {
        TaskCompletionSource release = new();
        _azure.Before = (_, _) => release.Task;
        RemoteProbe probe = this.Probe();
        Task<RemoteReading>[] readers = [probe.ReadAsync(_a.Id, Token), probe.ReadAsync(ResourceId.Parse(_a.Id.Text.ToUpperInvariant()), Token)];
        release.SetResult();
        _ = await Task.WhenAll(readers);
        _ = await probe.ReadAsync(_a.Id, Token);
        Assert.Equal(1, _azure.Count("GetVirtualNetwork"));
    }

    [Fact]
    public async Task A_token_that_ran_out_ends_the_run_because_everything_after_it_would_look_hidden()
    {
        _azure.Fail("GetVirtualNetwork", "", PeeringException.Of(nameof(Errors.TokenExpired), null, "x"), times: 1);
        RemoteProbe probe = this.Probe();
        PeeringException thrown = await Assert.ThrowsAsync<PeeringException>(() => probe.ReadAsync(_a.Id, Token));
        Assert.Equal(nameof(Errors.TokenExpired), thrown.Error.Id);
        Assert.Equal(RemoteVisibility.Found, (await probe.ReadAsync(_a.Id, Token)).Visibility);
    }

    [Fact]
    public async Task Never_more_than_sixteen_reads_are_under_way()
    {
        Gauge gauge = new("GetVirtualNetwork", RemoteProbe.Parallelism);
        _azure.Before = gauge.MeasureAsync;
        IEnumerable<ResourceId> ids = Enumerable.Range(0, RemoteProbe.ListFrom - 1).Select(i => _azure.Add("n" + i, "10.9.0.0/16").Id).ToArray();
        Assert.Equal(RemoteProbe.ListFrom - 1, await this.CountAsync(ids));
        Assert.Equal((RemoteProbe.Parallelism, 0), (gauge.Highest, _azure.Count("ListVirtualNetworks")));
    }

    [Fact]
    public async Task From_a_certain_number_on_the_subscriptions_list_is_read_and_only_what_it_lacks_one_by_one()
    {
        ResourceId[] ids = [.. Enumerable.Range(1, RemoteProbe.ListFrom - 1).Select(i => _azure.Add("n" + i, "10.9.0.0/16").Id), Missing("x")];
        List<RemoteReading> readings = await this.ReadAsync(ids);
        Assert.Equal((ids.Length, 1), (readings.Count, readings.Count(r => r.Visibility == RemoteVisibility.Gone)));
        Assert.Equal((1, 1), (_azure.Count("ListVirtualNetworks"), _azure.Count("GetVirtualNetwork")));
        Assert.Contains(_reporter.Verboses, text => text.Contains("its list is read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_fails_leaves_everything_to_single_reads()
    {
        _azure.Fail("ListVirtualNetworks", "", Failure("TooManyRequests", 429));
        ResourceId[] ids = [.. Enumerable.Range(0, RemoteProbe.ListFrom).Select(i => _azure.Add("n" + i, "10.9.0.0/16").Id)];
        Assert.All(await this.ReadAsync(ids), reading => Assert.Equal(RemoteVisibility.Found, reading.Visibility));
        Assert.Equal(ids.Length, _azure.Count("GetVirtualNetwork"));
    }

    private static PeeringException Failure(string? code, int? status) =>
        new(PeeringError.Of(nameof(Errors.RequestRefused), null, "x", "y") with { AzureCode = code, HttpStatus = status });

    private static ResourceId Missing(string name) => ResourceId.ForVirtualNetwork(Subscription, "rg", name);

    private RemoteProbe Probe() => new(new NetworkAccess([new FakeConnection(_azure)], _reporter));

    private async Task<int> CountAsync(IEnumerable<ResourceId> ids) => (await this.ReadAsync(ids)).Count;

    private async Task<List<RemoteReading>> ReadAsync(IEnumerable<ResourceId> ids)
    {
        List<RemoteReading> readings = [];
        await foreach (RemoteReading reading in this.Probe().ReadAllAsync(ids, Token)) readings.Add(reading);
        return readings;
    }
}
