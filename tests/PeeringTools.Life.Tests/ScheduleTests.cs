namespace PeeringTools.Life.Tests;

/// <summary>Many pairs on one hub: one write at a time there, without a gap between them.</summary>
public sealed class ScheduleTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_hundred_pairs_on_one_hub_never_meet_in_it_and_take_hardly_longer_than_their_writes()
    {
        using World world = new(LabPace.Recorded);
        PeeringRequest[] requests = [.. Enumerable.Range(0, 200).Select(i =>
            world.Request(ChangeKind.New, world.Hub, world.Add($"s{i:000}", $"10.{100 + (i / 100)}.{i % 100}.0/24")))];
        world.Options = world.Options with { ThrottleLimit = 16, Timeout = TimeSpan.FromHours(3) };
        world.Forget();
        DateTimeOffset start = world.Time.GetUtcNow();
        IReadOnlyList<ChangeOutcome> outcomes = world.Do(requests);
        TimeSpan total = world.Time.GetUtcNow() - start;

        Assert.All(outcomes, outcome => Assert.Empty(outcome.Errors));
        Assert.Equal(requests.Select(request => request.RemoteId), outcomes.Select(outcome => outcome.Plan.Request.RemoteId));
        LabRequest[] writes = [.. world.Lab.Ledger.WriteRequests.Where(write => write.Networks.Contains(world.Hub.Text, StringComparer.OrdinalIgnoreCase))];
        Assert.Equal(400, writes.Length);
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
        Assert.All(writes, write => Assert.InRange(write.Status, 200, 299));
        TimeSpan ideal = TimeSpan.FromTicks(writes.Sum(write => (write.Ended!.Value - write.Started).Ticks));
        output.WriteLine($"ideal {ideal}, took {total}, {total / ideal:0.000} of it, {world.Wire.Calls.Count} requests");
        Assert.True(total <= ideal * 1.15, $"{total} for {ideal}");
        Assert.All(requests, request => Assert.True(world.IsWhole(request.LocalId, request.RemoteId)));
    }

    [Fact]
    public void Pairs_that_share_no_network_run_side_by_side_up_to_the_limit()
    {
        using World world = new(LabPace.Recorded);
        PeeringRequest[] requests = [.. Enumerable.Range(0, 32).Select(i =>
            world.Request(ChangeKind.New, world.Add($"a{i:00}", $"10.{100 + i}.0.0/24"), world.Add($"b{i:00}", $"10.{100 + i}.1.0/24")))];
        world.Options = world.Options with { ThrottleLimit = 16 };
        world.Forget();
        DateTimeOffset start = world.Time.GetUtcNow();
        Assert.All(world.Do(requests), outcome => Assert.Empty(outcome.Errors));
        TimeSpan total = world.Time.GetUtcNow() - start;
        output.WriteLine($"32 unrelated pairs, 16 at a time: {total}");
        // Two writes of ten seconds for each of two rounds.
        Assert.InRange(total, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(46));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public void A_hub_with_500_spokes_is_planned_for_the_501st_network_and_its_overlap_found()
    {
        using World world = new(empty: true);
        ResourceId hub = world.AddStar(500);
        ResourceId clash = world.Add("clash", "10.60.7.0/28");
        ResourceId free = world.Add("free", "10.200.0.0/24");
        PeeringRequest request = world.Request(ChangeKind.New, hub, clash);
        world.Forget();
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        ChangePlan plan = world.Plan(request)[0];
        output.WriteLine($"planned in {watch.ElapsedMilliseconds} ms with {world.Wire.Calls.Count} requests");
        Assert.Contains(plan.Problems, problem => problem.Id == nameof(Errors.AddressSpaceOverlapThroughPeer) && problem.Message.Contains("10.60.7.0/24", StringComparison.Ordinal));
        Assert.Contains(plan.Problems, problem => problem.Id == nameof(Errors.PeeringLimitReached));
        Assert.Equal([nameof(Errors.PeeringLimitReached)], world.Problems(world.Request(ChangeKind.New, hub, free)));
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }
}
