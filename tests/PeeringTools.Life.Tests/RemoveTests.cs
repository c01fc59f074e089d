namespace PeeringTools.Life.Tests;

/// <summary>Taking a pair away, whatever is left of it.</summary>
public sealed class RemoveTests
{
    [Fact]
    public void A_pair_whose_other_network_is_gone_is_removed_with_its_record()
    {
        using World world = new();
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } }).Errors);
        ResourceId gone = world.Tags(world.Hub).Count > 0 ? world.Spoke : world.Hub;
        ResourceId left = gone == world.Hub ? world.Spoke : world.Hub;
        _ = world.Send("DELETE", gone.Text);
        Assert.Equal("Disconnected/RemoteNotInSync", world.State(left, gone));
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Remove));
        Assert.Empty(outcome.Errors);
        Assert.Equal(["DELETE", "PATCH"], world.Wire.Writes.Select(call => call.Method));
        Assert.Empty(world.Sides(left));
        Assert.Empty(world.Tags(left));
    }

    [Fact]
    public void A_half_that_is_already_gone_is_fine_and_a_pair_that_is_not_there_is_not()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Drop(world.Hub, world.Spoke);
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Remove));
        Assert.Empty(outcome.Errors);
        Assert.Equal([world.Spoke.Peering("peer-hub").Text], outcome.Removal!.RemovedIds);
        Assert.Equal([nameof(Errors.PeeringNotFound)], world.Do(world.Request(ChangeKind.Remove)).Errors.Select(error => error.Id));
    }

    [Fact]
    public void A_half_that_goes_between_plan_and_write_is_fine_too()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        IReadOnlyList<ChangePlan> plans = world.Plan(world.Request(ChangeKind.Remove));
        world.Drop(world.Hub, world.Spoke);
        Assert.Empty(world.Execute(plans)[0].Errors);
        Assert.Equal("none", world.State(world.Spoke, world.Hub));
    }

    [Fact]
    public void A_removal_whose_operation_may_not_be_watched_lets_the_next_one_wait_until_the_operation_has_ended()
    {
        using World world = new();
        ResourceId third = world.Add("third", "10.2.0.0/16");
        world.Pair(world.Hub, world.Spoke);
        world.Pair(world.Hub, third);
        LabFault unwatched = Trouble.Of("403", 0, 1);
        unwatched.Path = "*/operations/*";
        world.Lab.AddFault(unwatched);
        world.Forget();
        IReadOnlyList<ChangeOutcome> outcomes = world.Do([world.Request(ChangeKind.Remove), world.Request(ChangeKind.Remove, world.Hub, third)]);
        Assert.Equal(nameof(Errors.PeeringHalfMade), Assert.Single(outcomes[0].Errors).Id);
        Assert.Empty(outcomes[1].Errors);
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }

    [Fact]
    public void A_network_that_may_not_be_read_is_not_taken_for_gone()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        _ = world.Caller.Deny(world.Spoke.Text, "*");
        world.Forget();
        Assert.Equal([nameof(Errors.RemoteNotVisible)], world.Do(world.Request(ChangeKind.Remove)).Errors.Select(error => error.Id));
        Assert.Equal(0, world.Lab.Ledger.Writes);
        ChangeOutcome ours = world.Do(world.Request(ChangeKind.Remove) with { Scope = SideScope.Local });
        Assert.Empty(ours.Errors);
        Assert.StartsWith($"Remove-PeeringPair -VirtualNetworkId '{world.Spoke}'", ours.Removal!.OtherOperatorCommand, StringComparison.Ordinal);
        Assert.Equal("none", world.State(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_removal_that_fails_half_way_says_what_stands_and_a_second_run_finishes_it()
    {
        using World world = new();
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } }).Errors);
        world.Lab.AddFault(new LabFault { Method = "DELETE", Path = "*/spoke/*", Status = System.Net.HttpStatusCode.Forbidden, Code = "AuthorizationFailed" });
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.Remove)).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("there is no side under 'hub'; the side under 'spoke' exists", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-PeeringPair", error.Action, StringComparison.Ordinal);
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove)).Errors);
        Assert.Empty(world.RecordsOf(world.Request(ChangeKind.Remove)));
    }
}
