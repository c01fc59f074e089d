namespace PeeringTools.Changes;

public sealed class SetTests : IDisposable
{
    private readonly Bench _bench = new();

    public SetTests() => _bench.Fake.Peer(_bench.Hub, _bench.Spoke);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Only_what_is_given_changes_and_only_where_it_differs()
    {
        _bench.SpokeSide!.AllowForwardedTraffic = true;
        _bench.HubSide!.DoNotVerifyRemoteGateways = true;
        ChangeOutcome outcome = _bench.ExecuteOne(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.Both }));
        Assert.Empty(outcome.Errors);
        Assert.Equal(1, _bench.Fake.Writes);
        Assert.True(_bench.HubSide is { AllowForwardedTraffic: true, DoNotVerifyRemoteGateways: true, AllowVirtualNetworkAccess: true });
        Assert.Contains("AllowForwardedTraffic: False -> True", outcome.Plan.ToOutput().Steps[0].Changes);
    }

    [Theory]
    [InlineData(PeeringDirection.None, PeeringDirection.Local)]
    [InlineData(PeeringDirection.Local, PeeringDirection.None)]
    [InlineData(PeeringDirection.Remote, PeeringDirection.None)]
    [InlineData(PeeringDirection.None, PeeringDirection.Remote)]
    public void Gateway_flags_change_in_the_order_Azure_demands(PeeringDirection before, PeeringDirection after)
    {
        (before == PeeringDirection.Local || after == PeeringDirection.Local ? _bench.Hub : _bench.Spoke).GatewayIds.Add("/gw");
        if (before != PeeringDirection.None) Assert.Empty(_bench.ExecuteOne(this.Set(new PairFlags().WithGatewayTransit(before))).Errors);
        ChangeOutcome outcome = _bench.ExecuteOne(this.Set(new PairFlags().WithGatewayTransit(after)));
        Assert.Empty(outcome.Errors);
        PeeringDirection owner = before == PeeringDirection.None ? after : before;
        Half user = owner == PeeringDirection.Local ? Half.Remote : Half.Local;
        Assert.Equal(before == PeeringDirection.None ? user.Other() : user, outcome.Plan.Steps[0].Half);
        Assert.Equal(2, outcome.Plan.Steps.Count);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Parking_and_bringing_back_gives_exactly_the_sides_that_were_on(bool hub, bool spoke)
    {
        (_bench.HubSide!.AllowVirtualNetworkAccess, _bench.SpokeSide!.AllowVirtualNetworkAccess) = (hub, spoke);
        ChangeOutcome parked = _bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Parking = Parking.Park });
        Assert.Empty(parked.Errors);
        Assert.Contains("no security boundary", Assert.Single(parked.Plan.Warnings), StringComparison.Ordinal);
        Assert.Equal((false, false), (_bench.HubSide!.AllowVirtualNetworkAccess, _bench.SpokeSide!.AllowVirtualNetworkAccess));
        ChangeOutcome back = _bench.ExecuteOne(_bench.Request(ChangeKind.Set, _bench.Spoke, _bench.Hub) with { Parking = Parking.Restore });
        Assert.Empty(back.Errors);
        Assert.Equal((hub, spoke), (_bench.HubSide!.AllowVirtualNetworkAccess, _bench.SpokeSide!.AllowVirtualNetworkAccess));
        Assert.Empty(_bench.Hub.Tags.Concat(_bench.Spoke.Tags));
    }

    [Fact]
    public void A_parking_that_was_cut_off_and_run_again_still_remembers_both_sides()
    {
        _bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Refused : Fault.None;
        PeeringRequest park = _bench.Request(ChangeKind.Set) with { Parking = Parking.Park, NoRollback = true };
        Assert.Equal(nameof(Errors.PeeringHalfMade), Assert.Single(_bench.ExecuteOne(park).Errors).Id);
        _bench.Azure.Fault = (_, _, _) => Fault.None;
        Assert.Empty(_bench.ExecuteOne(park).Errors);
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Parking = Parking.Restore });
        Assert.Equal((true, true), (_bench.HubSide!.AllowVirtualNetworkAccess, _bench.SpokeSide!.AllowVirtualNetworkAccess));
    }

    [Fact]
    public void Without_a_record_of_the_parking_the_flags_must_be_given()
    {
        PeeringRequest back = _bench.Request(ChangeKind.Set) with { Parking = Parking.Restore };
        Assert.Equal([nameof(Errors.SettingsUnknown)], _bench.Problems(back));
        Assert.Empty(_bench.Problems(back with { Flags = new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both } }));
    }

    [Fact]
    public void Expiry_owner_and_ticket_are_set_and_taken_away_without_touching_the_peerings()
    {
        DateTimeOffset end = DateTimeOffset.UnixEpoch.AddYears(80);
        ChangeOutcome set = _bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Record = new RecordWish { ExpiresOn = end, Owner = "net" } });
        Assert.Empty(set.Errors);
        Assert.Equal((PeeringRecordState.Ok, (DateTimeOffset?)end, "net"), (set.Pair!.RecordState, set.Pair.ExpiresOn, set.Pair.Owner));
        ChangeOutcome cleared = _bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Record = new RecordWish { NoExpiration = true } });
        Assert.Equal((null, "net"), (cleared.Pair!.ExpiresOn, cleared.Pair.Owner));
        Assert.Equal(0, _bench.Fake.Count("PutPeering"));
    }

    [Fact]
    public void A_failed_change_is_taken_back_to_the_flags_before()
    {
        _bench.Azure.Fault = (_, name, id) => name == "PutPeering" && id.Contains("/spoke/", StringComparison.Ordinal) ? Fault.Refused : Fault.None;
        ChangeOutcome outcome = _bench.ExecuteOne(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.Both }));
        PeeringError error = Assert.Single(outcome.Errors);
        Assert.Equal((nameof(Errors.RequestRefused), "SomeConflict"), (error.Id, error.AzureCode));
        Assert.EndsWith(PlanTexts.UndoneAll, error.Message, StringComparison.Ordinal);
        Assert.False(_bench.HubSide!.AllowForwardedTraffic);
        Assert.False(outcome.Changed);
    }

    [Fact]
    public void A_side_that_somebody_else_changed_since_the_plan_is_left_alone()
    {
        IReadOnlyList<ChangePlan> plans = _bench.Plan(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.Local }));
        _bench.HubSide!.DoNotVerifyRemoteGateways = true;
        PeeringError error = Assert.Single(_bench.Execute(plans)[0].Errors);
        Assert.Equal(nameof(Errors.ChangedMeanwhile), error.Id);
        Assert.Contains("DoNotVerifyRemoteGateways: False -> True", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void A_missing_side_is_Repairs_to_make()
    {
        _bench.Spoke.Sides.Clear();
        Assert.Equal([nameof(Errors.SideMissing)], _bench.Problems(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.Local })));
    }

    [Fact]
    public void A_stale_etag_is_tried_again_at_most_three_times()
    {
        int stale = 3;
        _bench.Azure.Fault = (_, name, _) => name == "PutPeering" && stale-- > 0 ? Fault.Stale : Fault.None;
        Assert.Empty(_bench.ExecuteOne(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.Local })).Errors);
        _bench.Azure.Fault = (_, name, _) => name == "PutPeering" ? Fault.Stale : Fault.None;
        int before = _bench.Azure.Calls;
        PeeringError error = Assert.Single(_bench.ExecuteOne(this.Set(new PairFlags { AllowForwardedTraffic = PeeringDirection.None })).Errors);
        Assert.Equal(412, error.HttpStatus);
        // Four times a read and a write, and a read to be sure that nothing came of the last one.
        Assert.Equal(9, _bench.Azure.Calls - before);
    }

    private PeeringRequest Set(PairFlags flags) => _bench.Request(ChangeKind.Set) with { Flags = flags };
}
