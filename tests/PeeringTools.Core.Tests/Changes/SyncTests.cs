namespace PeeringTools.Changes;

public sealed class SyncTests : IDisposable
{
    private readonly Bench _bench = new();

    public SyncTests() => _bench.Fake.Peer(_bench.Hub, _bench.Spoke);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Only_the_side_that_is_behind_is_written_and_the_result_says_what_it_learned()
    {
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Sync));
        Assert.Empty(outcome.Errors);
        ChangeStep step = Assert.Single(outcome.Plan.Steps);
        Assert.Equal((StepKind.SyncPeering, Half.Remote), (step.Kind, step.Half));
        Assert.Equal(["10.5.0.0/16"], outcome.Sync!.RemoteGained);
        Assert.Empty(outcome.Sync.RemoteLost.Concat(outcome.Sync.LocalGained).Concat(outcome.Sync.LocalLost));
        Assert.Equal(("RemoteNotInSync", "FullyInSync"), (outcome.Sync.LocalLevelBefore, outcome.Sync.LocalLevel));
        Assert.Equal(("LocalNotInSync", "FullyInSync"), (outcome.Sync.RemoteLevelBefore, outcome.Sync.RemoteLevel));
    }

    [Fact]
    public void Where_both_networks_changed_both_sides_are_synced()
    {
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        _bench.Fake.Resize(_bench.Spoke, "10.1.0.0/17");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Sync));
        Assert.Empty(outcome.Errors);
        Assert.Equal(2, outcome.Plan.Steps.Count);
        Assert.Equal("10.1.0.0/17", Assert.Single(outcome.Sync!.LocalGained));
        Assert.Equal("10.1.0.0/16", Assert.Single(outcome.Sync.LocalLost));
    }

    [Fact]
    public void A_pair_in_sync_is_not_written()
    {
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Sync));
        Assert.False(outcome.Sync!.Changed);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void A_success_that_leaves_a_side_out_of_sync_is_an_error_that_names_the_side()
    {
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        _bench.Fake.Before = (call, _) =>
        {
            if (call.Name == "GetPeering") _bench.HubSide!.PeeringSyncLevel = "LocalNotInSync";
            return Task.CompletedTask;
        };
        PeeringError error = Assert.Single(_bench.ExecuteOne(_bench.Request(ChangeKind.Sync)).Errors);
        Assert.Equal(nameof(Errors.SyncIncomplete), error.Id);
        Assert.Contains("'hub/peer-spoke' still reads LocalNotInSync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_this_identity_cannot_write_is_named_with_the_other_operators_exact_command()
    {
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        _bench.Fake.Grant(_bench.Hub.Id, "*");
        _bench.Fake.Grant(_bench.Spoke.Id, "*/read");
        PeeringError error = Assert.Single(_bench.ExecuteOne(_bench.Request(ChangeKind.Sync)).Errors);
        Assert.Equal(nameof(Errors.SyncNeedsOtherSide), error.Id);
        Assert.Contains(
            $"Sync-PeeringPair -VirtualNetworkId '{_bench.Spoke.Id}' -RemoteVirtualNetworkId '{_bench.Hub.Id}' -Side Local",
            error.Action, StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void A_hidden_other_side_does_not_keep_ours_from_catching_up()
    {
        Fakes.FakeNetwork far = _bench.Fake.Add("far", "10.9.0.0/16", subscription: "00000000-0000-0000-0000-0000000000ff");
        _bench.Fake.Peer(_bench.Hub, far);
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/17");
        _bench.Fake.Resize(far, "10.9.0.0/17");
        _bench.Fake.Hide("00000000-0000-0000-0000-0000000000ff");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Sync, _bench.Hub, far));
        Assert.Equal(nameof(Errors.SyncNeedsOtherSide), Assert.Single(outcome.Errors).Id);
        Assert.Equal(["10.9.0.0/17"], outcome.Sync!.LocalGained);
    }

    [Fact]
    public void Of_fifty_peers_of_a_resized_network_one_that_fails_is_reported_and_the_others_are_in_sync()
    {
        PeeringRequest[] requests = [.. Enumerable.Range(0, 50).Select(i =>
        {
            Fakes.FakeNetwork spoke = _bench.Fake.Add($"s{i:00}", $"10.{100 + i}.0.0/16");
            _bench.Fake.Peer(_bench.Hub, spoke);
            return _bench.Request(ChangeKind.Sync, _bench.Hub, spoke);
        })];
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        _bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/s13/", StringComparison.Ordinal) ? Fault.Denied : Fault.None;
        IReadOnlyList<ChangeOutcome> outcomes = _bench.Execute(requests);
        Assert.Equal(13, outcomes.Index().Single(row => row.Item.Errors.Count > 0).Index);
        Assert.Equal(49, outcomes.Count(outcome => outcome.Sync is { RemoteLevel: "FullyInSync", LocalLevel: "FullyInSync" }));
        Assert.Equal(49, _bench.Fake.Writes);
    }

    [Fact]
    public void What_is_not_connected_has_nothing_to_sync()
    {
        _bench.Spoke.Sides.Clear();
        Assert.Equal([nameof(Errors.SideMissing)], _bench.Problems(_bench.Request(ChangeKind.Sync)));
        _bench.HubSide!.PeeringState = "Disconnected";
        Assert.Equal([nameof(Errors.PeeringDisconnected)], _bench.Problems(_bench.Request(ChangeKind.Sync)));
    }
}
