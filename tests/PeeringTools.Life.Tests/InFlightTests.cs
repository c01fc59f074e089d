namespace PeeringTools.Life.Tests;

/// <summary>Azure accepts a write and works on it: what happens meanwhile must not be taken for a refusal, nor be met by a second write.</summary>
public sealed class InFlightTests
{
    [Theory]
    [InlineData("403")]
    [InlineData("409")]
    [InlineData("truncated body")]
    [InlineData("html")]
    public void A_look_at_the_operation_that_fails_is_no_refusal_of_the_write(string trouble)
    {
        using World world = new(LabPace.Recorded);
        LabFault fault = Trouble.Of(trouble, 0, 1);
        (fault.Method, fault.Path) = ("GET", "*/locations/*/operations/*");
        world.Lab.AddFault(fault);
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.New));
        world.Calm();
        // What is said depends on the trouble; that nothing is left over does not.
        Assert.True(world.IsWhole(world.Hub, world.Spoke) || world.State(world.Hub, world.Spoke) == "none", world.State(world.Hub, world.Spoke));
        Assert.Equal(outcome.Errors.Count == 0, world.IsWhole(world.Hub, world.Spoke));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Set")]
    [InlineData("Remove")]
    public void A_write_whose_answer_is_lost_while_Azure_works_on_it_is_waited_for_and_not_sent_again(string kind)
    {
        using World world = new(LabPace.Recorded);
        PeeringRequest request = world.Request(Enum.Parse<ChangeKind>(kind)) with
        {
            Flags = kind == "Set" ? new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } : new PairFlags(),
        };
        if (kind != "New") world.Pair(world.Hub, world.Spoke);
        world.Lab.AddFault(new LabFault { Method = kind == "Remove" ? "DELETE" : "PUT", Effect = LabFaultEffect.DropAfter });
        ChangeOutcome outcome = world.Do(request);
        Assert.Empty(outcome.Errors);
        Assert.Equal(2, world.Wire.Writes.Count);
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public void A_rollback_waits_for_the_operation_it_takes_back()
    {
        using World world = new(LabPace.Recorded);
        world.Options = world.Options with { Timeout = TimeSpan.FromMinutes(1) };
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/spoke/*", Effect = LabFaultEffect.SlowOperation, Duration = TimeSpan.FromMinutes(3) });
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } }).Errors);
        Assert.Equal(nameof(Errors.TimedOut), error.Id);
        Assert.Equal(["PATCH", "PUT", "PUT", "DELETE", "DELETE", "PATCH"], world.Wire.Writes.Select(call => call.Method));
        Assert.Equal("none", world.State(world.Hub, world.Spoke));
        Assert.Equal("none", world.State(world.Spoke, world.Hub));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public void A_side_that_cannot_be_taken_back_keeps_its_record_and_its_counterpart()
    {
        using World world = new(LabPace.Recorded);
        world.Options = world.Options with { Timeout = TimeSpan.FromMinutes(1), RollbackTimeout = TimeSpan.FromMinutes(1) };
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/spoke/*", Effect = LabFaultEffect.SlowOperation, Duration = TimeSpan.FromHours(1) });
        PeeringRequest request = world.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } };
        PeeringError error = Assert.Single(world.Do(request).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("May still be running: CreatePeering 'peer-hub' under 'spoke'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-PeeringPair", error.Action, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Wire.Writes, call => call.Method == "DELETE");
        world.Calm();
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
        Assert.Single(world.RecordsOf(request));
    }
}
