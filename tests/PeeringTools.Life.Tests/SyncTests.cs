namespace PeeringTools.Life.Tests;

/// <summary>Syncing after a network has grown.</summary>
public sealed class SyncTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_the_side_that_is_behind_is_written(bool hubGrows)
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        (ResourceId grown, ResourceId behind) = hubGrows ? (world.Hub, world.Spoke) : (world.Spoke, world.Hub);
        world.Resize(grown, hubGrows ? "10.0.0.0/16" : "10.1.0.0/16", "10.50.0.0/16");
        world.Forget();
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Sync));
        Assert.Empty(outcome.Errors);
        WireCall put = Assert.Single(world.Wire.Writes);
        Assert.StartsWith(behind.Text + "/", put.Path, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("syncRemoteAddressSpace=true", put.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(["10.50.0.0/16"], hubGrows ? outcome.Sync!.RemoteGained : outcome.Sync!.LocalGained);
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    [Fact]
    public void With_both_networks_grown_both_sides_are_written()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Resize(world.Hub, "10.0.0.0/16", "10.50.0.0/16");
        world.Resize(world.Spoke, "10.1.0.0/16", "10.51.0.0/16");
        world.Forget();
        Assert.Empty(world.Do(world.Request(ChangeKind.Sync)).Errors);
        Assert.Equal(2, world.Lab.Ledger.Writes);
        Assert.True(world.IsWhole(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_success_that_leaves_a_side_out_of_sync_is_an_error_that_names_the_side()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        world.Resize(world.Spoke, "10.1.0.0/16", "10.50.0.0/16");
        // The network grows again while the sync runs, so Azure's success is not the whole truth.
        world.Wire.Answered = call =>
        {
            if (call.Method != "PUT") return;
            world.Calm();
            world.Resize(world.Spoke, "10.1.0.0/16", "10.50.0.0/16", "10.51.0.0/16");
        };
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.Sync));
        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal(nameof(Errors.SyncIncomplete), error.Id);
        Assert.Contains("hub", error.Message, StringComparison.Ordinal);
        Assert.Contains("LocalNotInSync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hub_with_fifty_peers_that_has_grown_takes_fifty_syncs_and_one_failure_stops_nobody()
    {
        using World world = new(LabPace.Recorded, empty: true);
        ResourceId hub = world.AddStar(50);
        world.Resize(hub, "10.0.0.0/16", "10.250.0.0/16");
        world.Forget();
        world.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/s17/virtualNetworkPeerings/*", Times = null, Status = System.Net.HttpStatusCode.BadRequest, Code = "SomethingOdd" });
        List<ChangeOutcome> outcomes = world.Time.Run(async () =>
        {
            ChangeRun run = world.NewRun();
            IReadOnlyList<PeeringRequest> requests = await run.EveryPairOfAsync(
                [hub], (local, remote) => world.Request(ChangeKind.Sync, local, remote), CancellationToken.None);
            IReadOnlyList<ChangePlan> plans = await run.PlanAsync(requests, CancellationToken.None);
            List<ChangeOutcome> all = [];
            await foreach (ChangeOutcome outcome in run.ExecuteAsync(plans, CancellationToken.None)) all.Add(outcome);
            return all;
        });
        Assert.Equal(50, outcomes.Count);
        ChangeOutcome failed = Assert.Single(outcomes, outcome => outcome.Errors.Count > 0);
        Assert.Equal("s17", failed.Plan.Request.RemoteId.Name);
        Assert.Equal(50, world.Wire.Writes.Count(call => call.Method == "PUT"));
        Assert.Equal(49, world.Sides(hub).Count(side => (string?)side["properties"]!["peeringSyncLevel"] == "FullyInSync"));
        Assert.All(outcomes.Where(outcome => outcome != failed), outcome => Assert.Equal(["10.250.0.0/16"], outcome.Sync!.RemoteGained));
        Assert.Empty(world.Lab.Ledger.OverlappingWrites);
    }
}
