using PeeringTools.Access;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

/// <summary>Who stops early, by leaving the loop or by cancelling, sends nothing more; and reading in parallel has its limits.</summary>
public class PairScanStopTests
{
    private readonly RecordingReporter _reporter = new();
    private readonly FakeArmNetwork _azure = new() { PageSize = 2 };
    private readonly FakeNetwork[] _networks;

    /// <summary>Twenty subscriptions of four networks each, peered two by two.</summary>
    public PairScanStopTests()
    {
        _networks = [.. Enumerable.Range(0, 80).Select(i => _azure.Add("n" + i, $"10.{i}.0.0/16", subscription: SubscriptionOf(i / 4)))];
        for (int i = 0; i < _networks.Length; i += 2) _azure.Peer(_networks[i], _networks[i + 1]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_first_object_was_enough_no_request_leaves()
    {
        await foreach (PeeringPair pair in this.Scan().ReadAsync(PairScope.Everything, Token))
        {
            Assert.NotNull(pair);
            break;
        }

        int sent = _azure.Calls.Count;
        await Task.Delay(50, Token);
        Assert.Equal(sent, _azure.Calls.Count);
        Assert.InRange(sent, 1, 41);
    }

    [Fact]
    public async Task Cancelling_stops_the_reads_that_are_under_way_and_sends_no_new_ones()
    {
        using CancellationTokenSource stop = new();
        int arrived = 0;
        _azure.Before = async (call, cancellationToken) =>
        {
            if (call.Name != "ListVirtualNetworks") return;
            if (Interlocked.Increment(ref arrived) == ScopeReader.Parallelism) await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (PeeringPair _ in this.Scan().ReadAsync(PairScope.Everything, stop.Token)) Assert.Fail("nothing was answered");
        });
        Assert.Equal(ScopeReader.Parallelism, _azure.Count("ListVirtualNetworks"));
    }

    [Fact]
    public async Task Eight_subscriptions_are_read_at_a_time()
    {
        Gauge gauge = new("ListVirtualNetworks", ScopeReader.Parallelism);
        _azure.Before = gauge.MeasureAsync;
        int pairs = 0;
        await foreach (PeeringPair _ in this.Scan().ReadAsync(PairScope.Everything, Token)) pairs++;
        Assert.Equal((40, ScopeReader.Parallelism), (pairs, gauge.Highest));
    }

    [Fact]
    public async Task A_consumer_that_waits_holds_the_readers_back()
    {
        await using IAsyncEnumerator<PeeringPair> pairs = this.Scan().ReadAsync(PairScope.Everything, Token).GetAsyncEnumerator(Token);
        _ = await pairs.MoveNextAsync();
        await Task.Delay(50, Token);
        Assert.InRange(_azure.Calls.Count, 1, 1 + (3 * ScopeReader.Parallelism));
    }

    private static string SubscriptionOf(int number) => $"00000000-0000-0000-0000-{number:d12}";

    private PairScan Scan() => new(new NetworkAccess([new FakeConnection(_azure)], _reporter));
}
