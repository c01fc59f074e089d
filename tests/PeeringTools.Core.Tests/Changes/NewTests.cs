namespace PeeringTools.Changes;

public sealed class NewTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_new_pair_is_Connected_and_in_sync_on_both_sides_with_the_promised_defaults()
    {
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.True(outcome.Pair!.Changed);
        Assert.Equal(PeeringPairStatus.Connected, outcome.Pair.Status);
        Assert.Equal("FullyInSync", outcome.Pair.SyncLevel);
        Assert.True(outcome.Pair.Oriented);
        Assert.Equal(("peer-spoke", "peer-hub"), (_bench.HubSide!.Name, _bench.SpokeSide!.Name));
        Assert.True(_bench.HubSide is { AllowVirtualNetworkAccess: true, AllowForwardedTraffic: false, AllowGatewayTransit: false, UseRemoteGateways: false });
        Assert.Equal(2, _bench.Fake.Writes);
    }

    [Fact]
    public void A_second_run_of_the_same_request_writes_nothing()
    {
        PeeringRequest request = _bench.Request(ChangeKind.New) with
        {
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Local },
            Record = new RecordWish { Owner = "net", ExpiresOn = DateTimeOffset.UnixEpoch.AddYears(60) },
        };
        Assert.Empty(_bench.ExecuteOne(request).Errors);
        Assert.Equal(3, _bench.Fake.Writes);
        ChangeOutcome again = _bench.ExecuteOne(request);
        Assert.Empty(again.Errors);
        Assert.False(again.Pair!.Changed);
        Assert.Equal(3, _bench.Fake.Writes);
    }

    [Fact]
    public void Planning_alone_writes_nothing_and_says_every_step()
    {
        PeeringChangePlan plan = _bench.PlanOne(_bench.Request(ChangeKind.New) with { Record = new RecordWish { Ticket = "C1" } }).ToOutput();
        Assert.Equal(["MergeTag", "CreatePeering", "CreatePeering"], plan.Steps.Select(step => step.Action));
        Assert.Contains("AllowVirtualNetworkAccess: True", plan.Describe(), StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void A_pair_is_found_by_its_networks_and_adopted_under_any_name()
    {
        _ = _bench.Fake.PeerHalf(_bench.Hub, _bench.Spoke, "odd-name");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { LocalName = "mine" });
        Assert.Empty(outcome.Errors);
        Assert.Equal(1, _bench.Fake.Writes);
        Assert.Equal("odd-name", outcome.Pair!.Local.Name);
        Assert.Contains("never renamed to 'mine'", Assert.Single(outcome.Pair.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void On_an_existing_pair_only_what_was_asked_for_changes_and_the_rest_is_listed()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.HubSide!.AllowForwardedTraffic = true;
        _bench.SpokeSide!.DoNotVerifyRemoteGateways = true;
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with
        {
            Flags = new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Local },
        });
        Assert.Empty(outcome.Errors);
        Assert.Equal(1, _bench.Fake.Writes);
        Assert.True(_bench.HubSide is { AllowForwardedTraffic: true, AllowVirtualNetworkAccess: true });
        Assert.True(_bench.SpokeSide is { AllowVirtualNetworkAccess: false, DoNotVerifyRemoteGateways: true });
        Assert.Contains("AllowForwardedTraffic: True -> False", Assert.Single(outcome.Pair!.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_name_gets_the_hash_of_the_remote_id_and_the_stem_gives_way_to_it()
    {
        Fakes.FakeNetwork other = _bench.Fake.Add("spoke", "10.2.0.0/16", group: "rg2");
        _bench.Fake.Peer(_bench.Hub, other);
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New));
        Assert.Equal("peer-spoke-" + PairId.HashOf(_bench.Spoke.Id.Text.ToLowerInvariant(), 8), _bench.HubSide!.Name);
    }

    [Fact]
    public void The_expiry_of_a_pair_this_call_did_not_create_is_not_News_to_change()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        PeeringRequest request = _bench.Request(ChangeKind.New) with { Record = new RecordWish { ExpiresOn = DateTimeOffset.UnixEpoch.AddYears(70) } };
        Assert.Equal([nameof(Errors.PairExistsUseSet)], _bench.Problems(request));
    }

    [Fact]
    public void The_record_an_earlier_pair_left_behind_does_not_expire_the_new_one()
    {
        PeeringRequest dated = _bench.Request(ChangeKind.New) with { Record = new RecordWish { ExpiresOn = DateTimeOffset.UnixEpoch.AddYears(31) } };
        _ = _bench.ExecuteOne(dated);
        _bench.Hub.Sides.Clear();
        _bench.Spoke.Sides.Clear();
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New));
        Assert.Empty(outcome.Errors);
        Assert.Equal(PeeringRecordState.None, outcome.Pair!.RecordState);
        Assert.Null(outcome.Pair.ExpiresOn);
    }

    [Fact]
    public void Subnet_peerings_are_mirrored_from_one_request()
    {
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with
        {
            Flags = new PairFlags { LocalSubnetNames = ["a"], RemoteSubnetNames = ["b", "c"], EnableOnlyIPv6Peering = true },
        });
        Assert.True(_bench.HubSide is { PeerCompleteVnets: false, EnableOnlyIPv6Peering: true, LocalSubnetNames: ["a"], RemoteSubnetNames: ["b", "c"] });
        Assert.True(_bench.SpokeSide is { PeerCompleteVnets: false, EnableOnlyIPv6Peering: true, LocalSubnetNames: ["b", "c"], RemoteSubnetNames: ["a"] });
    }

    [Theory]
    [InlineData(PeeringDirection.Local)]
    [InlineData(PeeringDirection.Remote)]
    public void The_side_that_shares_its_gateway_is_written_before_the_one_that_uses_it(PeeringDirection owner)
    {
        (owner == PeeringDirection.Local ? _bench.Hub : _bench.Spoke).GatewayIds.Add("/gw");
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { Flags = new PairFlags().WithGatewayTransit(owner) });
        Assert.Empty(outcome.Errors);
        Assert.Equal(owner == PeeringDirection.Local ? Half.Local : Half.Remote, outcome.Plan.Steps[0].Half);
    }

    [Fact]
    public void With_two_operators_Initiated_is_success_and_the_output_carries_the_others_command()
    {
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with
        {
            Scope = SideScope.Local,
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Remote },
        });
        Assert.Empty(outcome.Errors);
        Assert.Equal(PeeringPairStatus.Initiated, outcome.Pair!.Status);
        Assert.Equal(
            $"New-PeeringPair -VirtualNetworkId '{_bench.Spoke.Id}' -RemoteVirtualNetworkId '{_bench.Hub.Id}' -AllowForwardedTraffic Local -Side Local",
            outcome.Plan.OtherOperatorCommand);
        ChangeOutcome other = _bench.ExecuteOne(_bench.Request(ChangeKind.New, _bench.Spoke, _bench.Hub) with
        {
            Scope = SideScope.Local,
            Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Local },
        });
        Assert.Equal((PeeringPairStatus.Connected, null), (other.Pair!.Status, other.Plan.OtherOperatorCommand));
        Assert.True(_bench.SpokeSide!.AllowForwardedTraffic);
    }
}
