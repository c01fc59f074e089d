namespace PeeringTools.Changes;

public sealed class RemoveTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Both_sides_and_the_record_are_removed_and_the_receipt_remembers_them()
    {
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net", Ticket = "C7" } });
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Remove));
        Assert.Empty(outcome.Errors);
        Assert.Empty(_bench.Hub.Sides.Concat(_bench.Spoke.Sides));
        Assert.Empty(_bench.Hub.Tags.Concat(_bench.Spoke.Tags));
        Assert.Equal(2, outcome.Removal!.RemovedIds.Length);
        Assert.Equal(("net", "C7"), (outcome.Removal.Owner, outcome.Removal.Ticket));
        Assert.Equal("peer-spoke", outcome.Removal.Before.Local.Name);
        Assert.Equal(StepKind.DeleteTag, outcome.Plan.Steps[^1].Kind);
    }

    [Fact]
    public void A_side_that_is_already_gone_is_no_error()
    {
        _ = _bench.Fake.PeerHalf(_bench.Spoke, _bench.Hub);
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Remove));
        Assert.Empty(outcome.Errors);
        Assert.Equal([_bench.Hub.Id.Text], outcome.Removal!.NotRemovedFrom);
    }

    [Fact]
    public void No_pair_at_all_is_said_and_writes_nothing()
    {
        Assert.Equal([nameof(Errors.PeeringNotFound)], _bench.Problems(_bench.Request(ChangeKind.Remove)));
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void The_side_that_uses_the_remote_gateway_goes_first()
    {
        _bench.Hub.GatewayIds.Add("/gw");
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Local) });
        ChangePlan plan = _bench.PlanOne(_bench.Request(ChangeKind.Remove));
        Assert.Equal([Half.Remote, Half.Local], plan.Steps.Select(step => step.Half));
    }

    [Fact]
    public void Where_the_other_network_is_gone_only_ours_is_removed()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.Fake.Remove(_bench.Spoke);
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Remove));
        Assert.Empty(outcome.Errors);
        Assert.Empty(_bench.Hub.Sides);
    }

    [Fact]
    public void Where_the_other_network_cannot_be_read_nothing_is_removed_but_with_side_Local_ours_is()
    {
        Fakes.FakeNetwork far = _bench.Fake.Add("far", "10.9.0.0/16", subscription: "00000000-0000-0000-0000-0000000000ff");
        _bench.Fake.Peer(_bench.Hub, far);
        _bench.Fake.Hide("00000000-0000-0000-0000-0000000000ff");
        PeeringRequest request = _bench.Request(ChangeKind.Remove, _bench.Hub, far);
        Assert.Equal([nameof(Errors.RemoteNotVisible)], _bench.Problems(request));
        ChangeOutcome outcome = _bench.ExecuteOne(request with { Scope = SideScope.Local });
        Assert.Empty(outcome.Errors);
        Assert.Empty(_bench.Hub.Sides);
        Assert.Contains("cannot be read", Assert.Single(outcome.Plan.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("Remove-PeeringPair", outcome.Removal!.OtherOperatorCommand, StringComparison.Ordinal);
    }

    [Fact]
    public void A_managed_pair_is_refused_unless_its_removal_is_asked_for_in_particular()
    {
        _ = _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke, "ANM_1");
        Assert.Equal([nameof(Errors.ManagedPeering)], _bench.Problems(_bench.Request(ChangeKind.Remove) with { SkipPreflight = true }));
        Assert.Empty(_bench.Problems(_bench.Request(ChangeKind.Remove) with { IncludeManaged = true }));
    }

    [Fact]
    public void A_removal_that_fails_half_way_is_not_rolled_back_and_says_what_is_left()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.Azure.Fault = (_, name, id) => name == "DeletePeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Denied : Fault.None;
        PeeringError error = Assert.Single(_bench.ExecuteOne(_bench.Request(ChangeKind.Remove)).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("there is no side under 'hub'; the side under 'spoke' exists", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-PeeringPair", error.Action, StringComparison.Ordinal);
        Assert.Equal(403, error.HttpStatus);
    }
}
