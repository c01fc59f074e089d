namespace PeeringTools.Changes;

public sealed class InterruptionTests
{
    /// <summary>New makes, for each side, a read and a write, and two reads to check.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void After_Ctrl_C_at_any_call_at_most_one_read_leaves_and_nothing_is_rolled_back(int call)
    {
        using Bench bench = new();
        List<string> after = [];
        bench.Azure.Arrived = (number, name) =>
        {
            if (bench.Stop.IsCancellationRequested) after.Add(name);
            if (number == call) bench.Stop.Cancel();
        };
        ChangeOutcome outcome = bench.ExecuteOne(bench.Request(ChangeKind.New));
        Assert.True(outcome.Interrupted);
        Assert.True(after.Count <= 1, string.Join(", ", after));
        Assert.All(after, name => Assert.Equal("GetPeering", name));
        if (call == 0)
        {
            Assert.Empty(outcome.Errors);
            Assert.Empty(bench.Log.Last);
            return;
        }

        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal(nameof(Errors.PeeringInterrupted), error.Id);
        Assert.Contains("New-PeeringPair -VirtualNetworkId", error.Action, StringComparison.Ordinal);
        Assert.Same(error, Assert.Single(bench.Log.Last));
    }

    [Fact]
    public void The_words_name_the_side_that_exists_and_what_may_still_run()
    {
        using Bench bench = new();
        bench.Azure.Arrived = (number, _) =>
        {
            if (number == 3) bench.Stop.Cancel();
        };
        PeeringError error = Assert.Single(bench.ExecuteOne(bench.Request(ChangeKind.New)).Errors);
        Assert.Contains("the side under 'hub' exists", error.Message, StringComparison.Ordinal);
        Assert.Contains("May still be running: CreatePeering 'peer-hub' under 'spoke'", error.Message, StringComparison.Ordinal);
        Assert.NotNull(bench.HubSide);
    }

    [Fact]
    public void Of_many_rows_on_one_hub_only_the_running_one_is_left_half_made()
    {
        using Bench bench = new();
        PeeringRequest[] requests = [.. Enumerable.Range(0, 20).Select(i =>
            bench.Request(ChangeKind.New, bench.Hub, bench.Fake.Add($"s{i:00}", $"10.{100 + i}.0.0/16")))];
        bench.Azure.Arrived = (number, _) =>
        {
            if (number == 20) bench.Stop.Cancel();
        };
        IReadOnlyList<ChangeOutcome> outcomes = bench.Execute(requests);
        Assert.Equal(20, outcomes.Count);
        Assert.Single(outcomes, outcome => outcome.Interrupted && outcome.Errors.Count > 0);
        Assert.Contains(outcomes, outcome => outcome.Interrupted && outcome.Errors.Count == 0);
    }

    [Fact]
    public void A_caller_that_takes_only_the_first_result_leaves_no_write_behind()
    {
        using Bench bench = new();
        bench.Fake.Before = (_, cancel) => Task.Delay(TimeSpan.FromSeconds(1), bench.Clock, cancel);
        PeeringRequest[] requests = [.. Enumerable.Range(0, 5).Select(i =>
            bench.Request(ChangeKind.New, bench.Fake.Add($"a{i}", $"10.{100 + i}.0.0/16"), bench.Fake.Add($"b{i}", $"10.{200 + i}.0.0/16")))];
        bench.Fake.Before = null;
        IReadOnlyList<ChangePlan> plans = bench.Plan(requests);
        int sent = bench.Clock.Run(async () =>
        {
            await foreach (ChangeOutcome first in bench.NewRun().ExecuteAsync(plans, CancellationToken.None))
            {
                Assert.Empty(first.Errors);
                break;
            }

            return bench.Azure.Calls;
        });
        Assert.Equal(sent, bench.Azure.Calls);
        using GateTicket free = bench.Gate.Enter(bench.Hub.Id, plans[4].Facts.Local.Id);
        Assert.True(free.Granted.IsCompleted);
    }
}
