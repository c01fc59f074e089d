namespace PeeringTools.Life.Tests;

/// <summary>Something goes wrong at each request that New sends: the pair is whole, not there, or reported with the command that mends it.</summary>
public sealed class FailureTests
{
    private static readonly RecordWish Record = new() { Owner = "net" };

    public static TheoryData<string, int> Faults()
    {
        TheoryData<string, int> rows = [];
        foreach (string fault in Trouble.Names)
        {
            foreach (int times in (int[])[1, 3, int.MaxValue]) rows.Add(fault, times);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_at_any_request_of_New_leaves_the_pair_whole_absent_or_reported(string fault, int times)
    {
        int calls = CallsOfNew();
        Assert.InRange(calls, 12, 40);
        for (int call = 0; call < calls; call++)
        {
            using World world = new();
            PeeringRequest request = world.Request(ChangeKind.New) with { Record = Record };
            world.Lab.AddFault(Trouble.Of(fault, call, times == int.MaxValue ? null : times));
            (ChangeOutcome? outcome, PeeringError? thrown) = world.Try(request);
            Honesty.Check(world, request, outcome, thrown, $"{fault} x{times} at call {call}");
            world.Calm();
            Honesty.CheckConverges(world, request, $"{fault} x{times} at call {call}");
        }
    }

    [Fact]
    public void A_storm_of_429_is_waited_out_and_said()
    {
        using World world = new();
        world.Lab.AddFault(Trouble.Of("429", 8, 12));
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.Contains(world.Reporter.Verboses, text => text.Contains("429", StringComparison.Ordinal) || text.Contains("TooManyRequests", StringComparison.Ordinal));
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_neighbours_operation_on_the_hub_is_waited_for()
    {
        using World world = new(LabPace.Recorded);
        ResourceId third = world.Add("third", "10.2.0.0/16");
        world.Forget();
        IReadOnlyList<ChangePlan> plans = world.Plan(world.Request(ChangeKind.New));
        // Somebody outside this process writes to the hub for the next ten seconds.
        using HttpResponseMessage started = world.Lab.Send("PUT", world.Hub.Peering("other").Text + "?api-version=2024-05-01",
            "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"" + third.Text + "\"}}}");
        Assert.Equal(201, (int)started.StatusCode);
        ChangeOutcome outcome = world.Execute(plans)[0];
        Assert.Empty(outcome.Errors);
        Assert.Contains(world.Wire.Calls, call => call.Method == "PUT" && call.Status == 409);
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    private static int CallsOfNew()
    {
        using World world = new();
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = Record }).Errors);
        return world.Wire.Calls.Count;
    }
}
