namespace PeeringTools.Changes;

public sealed class RepairTests : IDisposable
{
    private static readonly PairFlags Plain = new()
    {
        AllowVirtualNetworkAccess = PeeringDirection.Both,
        AllowForwardedTraffic = PeeringDirection.Remote,
        AllowGatewayTransit = PeeringDirection.None,
    };

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_missing_side_of_an_Initiated_pair_is_created_and_nothing_else_is_written()
    {
        _ = _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke);
        ChangeOutcome outcome = _bench.ExecuteOne(this.Repair());
        Assert.Empty(outcome.Errors);
        Assert.Equal([StepKind.CreatePeering], outcome.Plan.Steps.Select(step => step.Kind));
        Assert.Equal(PeeringPairStatus.Connected, outcome.Pair!.Status);
        Assert.True(_bench.SpokeSide!.AllowForwardedTraffic);
    }

    [Fact]
    public void A_Disconnected_side_is_written_again_before_the_other_is_created()
    {
        this.Lose();
        ChangeOutcome outcome = _bench.ExecuteOne(this.Repair());
        Assert.Empty(outcome.Errors);
        Assert.Equal(
            [(StepKind.UpdatePeering, Half.Local), (StepKind.CreatePeering, Half.Remote)],
            outcome.Plan.Steps.Select(step => (step.Kind, step.Half)));
        Assert.Equal(PeeringPairStatus.Connected, outcome.Pair!.Status);
    }

    [Fact]
    public void A_side_that_was_woken_up_cannot_go_back_to_sleep_and_that_is_said()
    {
        this.Lose();
        _bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Denied : Fault.None;
        PeeringError error = Assert.Single(_bench.ExecuteOne(this.Repair()).Errors);
        Assert.Equal(nameof(Errors.PeeringHalfMade), error.Id);
        Assert.Contains("Repair-PeeringPair", error.Action, StringComparison.Ordinal);
        Assert.Equal("Initiated", _bench.HubSide!.PeeringState);
    }

    [Fact]
    public void A_survivor_that_uses_the_remote_gateway_lets_go_of_it_and_takes_it_again()
    {
        _bench.Spoke.GatewayIds.Add("/gw");
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { Flags = new PairFlags().WithGatewayTransit(PeeringDirection.Remote) });
        this.Lose();
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Repair) with
        {
            Flags = new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both, AllowForwardedTraffic = PeeringDirection.None },
        });
        Assert.Empty(outcome.Errors);
        Assert.Equal(
            ["UseRemoteGateways: True -> False", "UseRemoteGateways: False -> True"],
            outcome.Plan.ToOutput().Steps.Where(step => step.Action == "UpdatePeering").Select(step => Assert.Single(step.Changes)));
        Assert.True(_bench.HubSide!.UseRemoteGateways);
        Assert.True(_bench.SpokeSide!.AllowGatewayTransit);
    }

    [Fact]
    public void A_missing_side_whose_settings_nothing_tells_is_not_guessed()
    {
        _ = _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke);
        PeeringError problem = Assert.Single(_bench.PlanOne(_bench.Request(ChangeKind.Repair)).Problems);
        Assert.Equal(nameof(Errors.SettingsUnknown), problem.Id);
        Assert.Contains("AllowVirtualNetworkAccess, AllowForwardedTraffic, AllowGatewayTransit", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_gives_back_flags_subnets_and_name()
    {
        PeeringPair before = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with
        {
            RemoteName = "old-name",
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote, LocalSubnetNames = ["a"], RemoteSubnetNames = ["b"] },
        }).Pair!;
        this.Lose();
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Repair) with { Baseline = new PairBaseline(before) });
        Assert.Empty(outcome.Errors);
        Assert.True(_bench.SpokeSide is { Name: "old-name", AllowForwardedTraffic: true, PeerCompleteVnets: false, LocalSubnetNames: ["b"], RemoteSubnetNames: ["a"] });
    }

    [Fact]
    public void A_network_made_again_under_the_same_id_is_another_network()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        Dictionary<ResourceId, string> guids = new() { [_bench.Spoke.Id] = Guid.NewGuid().ToString() };
        PeeringRequest request = this.Repair() with { Baseline = new PairBaseline(new PeeringPair(), guids) };
        Assert.Equal([nameof(Errors.NetworkRecreated)], _bench.Problems(request));
    }

    [Fact]
    public void An_earlier_picture_of_the_pair_knows_the_network_that_was_there()
    {
        this.Lose();
        PeeringPair before = new() { Local = { VirtualNetworkId = _bench.Spoke.Id.Text, VirtualNetworkResourceGuid = _bench.Spoke.ResourceGuid } };
        Assert.DoesNotContain(nameof(Errors.NetworkRecreated), _bench.Problems(this.Repair() with { Baseline = new PairBaseline(before) }));
        before.Local.VirtualNetworkResourceGuid = Guid.NewGuid().ToString();
        Assert.Equal([nameof(Errors.NetworkRecreated)], _bench.Problems(this.Repair() with { Baseline = new PairBaseline(before) }));
    }

    [Fact]
    public void A_whole_pair_needs_no_repair()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        Assert.Empty(_bench.PlanOne(_bench.Request(ChangeKind.Repair)).Steps);
    }

    [Fact]
    public void Two_sides_that_block_each_other_are_the_one_case_for_a_deletion()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.HubSide!.PeeringState = _bench.SpokeSide!.PeeringState = "Disconnected";
        ChangePlan plan = _bench.PlanOne(_bench.Request(ChangeKind.Repair));
        Assert.True(plan.Deletes);
        ChangeOutcome outcome = _bench.Execute([plan])[0];
        Assert.Empty(outcome.Errors);
        Assert.Equal(PeeringPairStatus.Connected, outcome.Pair!.Status);
    }

    [Fact]
    public void Where_Azure_refuses_to_wake_a_side_it_can_be_made_again_with_its_settings()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.HubSide!.AllowForwardedTraffic = true;
        this.Lose();
        ChangeOutcome outcome = _bench.ExecuteOne(this.Repair() with { Recreate = true });
        Assert.Empty(outcome.Errors);
        Assert.Equal([StepKind.DeletePeering, StepKind.CreatePeering, StepKind.CreatePeering], outcome.Plan.Steps.Select(step => step.Kind));
        Assert.True(_bench.HubSide is { AllowForwardedTraffic: true, PeeringState: "Connected" });
    }

    [Fact]
    public void With_two_operators_the_survivors_wakes_it_and_the_others_creates_the_rest()
    {
        this.Lose();
        Assert.Equal([nameof(Errors.PeeringDisconnected)], _bench.Problems(_bench.Request(ChangeKind.Repair, _bench.Spoke, _bench.Hub) with { Scope = SideScope.Local, Flags = Plain.Mirrored() }));
        ChangeOutcome ours = _bench.ExecuteOne(this.Repair() with { Scope = SideScope.Local });
        Assert.Empty(ours.Errors);
        Assert.Equal(PeeringPairStatus.Initiated, ours.Pair!.Status);
        ChangeOutcome theirs = _bench.ExecuteOne(_bench.Request(ChangeKind.Repair, _bench.Spoke, _bench.Hub) with { Scope = SideScope.Local, Flags = Plain.Mirrored() });
        Assert.Empty(theirs.Errors);
        Assert.Equal(PeeringPairStatus.Connected, theirs.Pair!.Status);
    }

    private PeeringRequest Repair() => _bench.Request(ChangeKind.Repair) with { Flags = Plain };

    /// <summary>The spoke's side is deleted by somebody, which leaves the hub's Disconnected.</summary>
    private void Lose()
    {
        if (_bench.HubSide is null) _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.Spoke.Sides.Clear();
        _bench.HubSide!.PeeringState = "Disconnected";
    }
}
