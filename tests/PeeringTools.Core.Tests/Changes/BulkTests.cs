using PeeringTools.Fakes;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

public sealed class BulkTests : IDisposable
{
    private static readonly TimeSpan Write = TimeSpan.FromSeconds(12);

    private readonly Bench _bench = new();
    private readonly Dictionary<string, int> _busy = new(StringComparer.OrdinalIgnoreCase);
    private int _running;
    private int _most;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Two_hundred_pairs_on_one_hub_never_overlap_and_take_hardly_longer_than_their_writes()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 200).Select(i => this.Row(_bench.Hub, this.Spoke(i)))];
        IReadOnlyList<ChangePlan> plans = this.PlanSlowly(requests, throttle: 16);
        DateTimeOffset start = _bench.Clock.GetUtcNow();
        IReadOnlyList<ChangeOutcome> outcomes = _bench.Execute(plans);
        TimeSpan took = _bench.Clock.GetUtcNow() - start;
        Assert.All(outcomes, outcome => Assert.Empty(outcome.Errors));
        Assert.Equal(requests.Select(row => row.RemoteId), outcomes.Select(outcome => outcome.Plan.Request.RemoteId));
        TimeSpan ideal = Write * 400;
        Assert.True(took <= ideal * 1.15, $"{took} is {took / ideal:0.000} of the ideal {ideal}.");
        TestContext.Current.TestOutputHelper!.WriteLine($"200 pairs: {took} = {took / ideal:0.000} of the ideal {ideal}.");
    }

    [Fact]
    public void Unrelated_pairs_run_side_by_side_up_to_the_limit()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 40).Select(i => this.Row(this.Spoke(2 * i), this.Spoke((2 * i) + 1)))];
        IReadOnlyList<ChangePlan> plans = this.PlanSlowly(requests, throttle: 8);
        DateTimeOffset start = _bench.Clock.GetUtcNow();
        Assert.All(_bench.Execute(plans), outcome => Assert.Empty(outcome.Errors));
        Assert.Equal(8, _most);
        Assert.True(_bench.Clock.GetUtcNow() - start <= Write * 10 * 1.15);
    }

    [Fact]
    public void A_full_mesh_finishes_with_no_two_writes_on_one_network()
    {
        FakeNetwork[] networks = [.. Enumerable.Range(0, 8).Select(this.Spoke)];
        PeeringRequest[] requests =
            [.. networks.SelectMany((one, i) => networks.Skip(i + 1).Select((other, j) => j % 2 == 0 ? this.Row(one, other) : this.Row(other, one)))];
        Assert.All(_bench.Execute(this.PlanSlowly(requests, throttle: 16)), outcome => Assert.Empty(outcome.Errors));
        Assert.All(networks, network => Assert.Equal(7, network.Sides.Count));
    }

    [Fact]
    public void Ten_rows_with_three_bad_ones_give_seven_pairs_and_three_errors_in_the_order_given()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 10).Select(i => this.Row(_bench.Hub, this.Spoke(i)))];
        requests[2] = requests[2] with { RemoteId = ResourceId.ForVirtualNetwork(FakeArmNetwork.DefaultSubscription, "rg", "nowhere") };
        _bench.Fake[requests[5].RemoteId].Prefixes[0] = "10.0.0.0/24";
        _bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/s008/", StringComparison.Ordinal) ? Fault.Denied : Fault.None;
        IReadOnlyList<ChangeOutcome> outcomes = _bench.Execute(requests);
        Assert.Equal([2, 5, 8], outcomes.Index().Where(row => row.Item.Errors.Count > 0).Select(row => row.Index));
        Assert.Equal(7, outcomes.Count(outcome => outcome.Pair?.Status == PeeringPairStatus.Connected));
        Assert.Equal(
            [nameof(Errors.VirtualNetworkNotFound), nameof(Errors.AddressSpaceOverlap), nameof(Errors.AccessDenied)],
            outcomes.SelectMany(outcome => outcome.Errors).Select(error => error.Id));
        Assert.Contains(_bench.Reporter.Verboses, text => text.StartsWith("10 pair(s): 7 changed, 0 as they were, 3 with errors", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_counts_every_row_and_says_how_long_it_will_take()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 4).Select(i => this.Row(_bench.Hub, this.Spoke(i)))];
        _ = _bench.Execute(this.PlanSlowly(requests, throttle: 4));
        WorkProgress[] said = [.. _bench.Reporter.Progresses];
        Assert.Equal([1, 2, 3, 4], said.Select(progress => progress.Done));
        Assert.InRange(said[0].TimeLeft!.Value, Write * 6, Write * 6.2);
        Assert.Equal(TimeSpan.Zero, said[3].TimeLeft);
    }

    [Fact]
    public void A_second_run_of_many_rows_without_a_column_changes_nothing_that_somebody_set()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 5).Select(i => this.Row(_bench.Hub, this.Spoke(i)))];
        _ = _bench.Execute(requests);
        foreach (PeeringSide side in _bench.Hub.Sides) side.AllowForwardedTraffic = true;
        int writes = _bench.Fake.Writes;
        IReadOnlyList<ChangeOutcome> again = _bench.Execute(requests);
        Assert.Equal(writes, _bench.Fake.Writes);
        Assert.All(again, outcome => Assert.Single(outcome.Pair!.Differences));
        Assert.All(_bench.Hub.Sides, side => Assert.True(side.AllowForwardedTraffic));
    }

    [Fact]
    public void Many_rows_against_one_hub_read_it_once_while_planning()
    {
        _ = _bench.Plan([.. Enumerable.Range(0, 20).Select(i => this.Row(_bench.Hub, this.Spoke(i)))]);
        Assert.Equal(1, _bench.Fake.Calls.Count(call => call.Name == "GetVirtualNetwork" && call.Id == _bench.Hub.Id.Text));
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void Every_pair_of_two_networks_that_are_peered_is_asked_for_once()
    {
        FakeNetwork third = this.Spoke(1);
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.Fake.Peer(_bench.Hub, third);
        IReadOnlyList<PeeringRequest> requests = _bench.Clock.Run(() => _bench.NewRun().EveryPairOfAsync(
            [_bench.Hub.Id, _bench.Spoke.Id],
            (local, remote) => new PeeringRequest { Kind = ChangeKind.Sync, LocalId = local, RemoteId = remote },
            CancellationToken.None));
        Assert.Equal([_bench.Spoke.Id, third.Id], requests.Select(request => request.RemoteId));
    }

    private FakeNetwork Spoke(int number) => _bench.Fake.Add($"s{number:000}", $"172.{16 + (number / 256)}.{number % 256}.0/24");

    private PeeringRequest Row(FakeNetwork local, FakeNetwork remote) => _bench.Request(ChangeKind.New, local, remote);

    /// <summary>Plans at once; from then on a write takes its time, a read a moment, and two writes on one network are an error.</summary>
    private IReadOnlyList<ChangePlan> PlanSlowly(PeeringRequest[] requests, int throttle)
    {
        _bench.Options = _bench.Options with { ThrottleLimit = throttle };
        IReadOnlyList<ChangePlan> plans = _bench.Plan(requests);
        Dictionary<string, ResourceId[]> touched = plans.SelectMany(plan => plan.Steps.Select(step => (step, plan)))
            .ToDictionary(row => row.step.TargetId.Text, row => new[] { row.plan.Facts.Local.Id, row.plan.Facts.Remote.Id });
        _bench.Fake.Before = async (call, cancel) =>
        {
            if (call.Name == "GetPeering")
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), _bench.Clock, cancel);
                return;
            }

            _most = Math.Max(_most, ++_running);
            foreach (ResourceId network in touched[call.Id]) Assert.Equal(1, _busy[network.Text] = _busy.GetValueOrDefault(network.Text) + 1);
            await Task.Delay(Write, _bench.Clock, cancel);
            foreach (ResourceId network in touched[call.Id]) _busy[network.Text]--;
            _running--;
        };
        return plans;
    }
}
