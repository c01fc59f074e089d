using PeeringTools.Fakes;
using PeeringTools.Ports;

namespace PeeringTools.Changes;

/// <summary>What every write of every command has in common.</summary>
public sealed class WriteTests : IDisposable
{
    private const string FarSubscription = "00000000-0000-0000-0000-0000000000ff";
    private const string FarTenant = "10000000-0000-0000-0000-0000000000ff";

    private readonly Bench _bench = new();

    public static TheoryData<string> EveryMember() => [.. SettingMember.All.Select(member => member.Name)];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Planning_writes_nothing_whatever_is_asked()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        PairFlags all = new()
        {
            AllowVirtualNetworkAccess = PeeringDirection.Local,
            AllowForwardedTraffic = PeeringDirection.Both,
            AllowGatewayTransit = PeeringDirection.Local,
            DoNotVerifyRemoteGateways = PeeringDirection.Remote,
        };
        foreach (ChangeKind kind in Enum.GetValues<ChangeKind>())
        {
            foreach (SideScope scope in Enum.GetValues<SideScope>())
            {
                PeeringRequest request = _bench.Request(kind) with { Scope = scope, Flags = all, Record = new RecordWish { Owner = "net" }, Recreate = true };
                Assert.NotEmpty(_bench.PlanOne(request).ToOutput().Describe());
                Assert.NotEmpty(_bench.PlanOne(request with { Parking = Parking.Park, IncludeManaged = true }).ToOutput().Describe());
            }
        }

        Assert.Equal(0, _bench.Fake.Writes);
    }

    [Fact]
    public void Every_write_of_an_existing_side_goes_out_from_its_fresh_read_and_names_only_what_changes()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        List<PeeringSnapshot> bases = [];
        _bench.Azure.Arrived = (_, name) =>
        {
            if (name == "PutPeering") bases.Add(_bench.Azure.LastReads[_bench.Azure.Writes[^1].PeeringId]);
        };
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Flags = new PairFlags { AllowForwardedTraffic = PeeringDirection.Both } });
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.Sync));
        Assert.Equal(3, _bench.Azure.Writes.Count);
        Assert.Equal(bases, _bench.Azure.Writes.Select(write => write.Basis!));
        Assert.All(_bench.Azure.Writes.Take(2), write => Assert.Equal(new PeeringSettings { AllowForwardedTraffic = true }, write.Settings));
        Assert.True(_bench.Azure.Writes[2].Settings.IsEmpty());
        Assert.True(_bench.Azure.Writes[2].SyncRemoteAddressSpace);
    }

    [Theory]
    [MemberData(nameof(EveryMember))]
    public void Set_and_Sync_leave_every_other_member_as_it_was(string member)
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Spoke);
        PeeringSide side = _bench.SpokeSide!;
        switch (member)
        {
            case nameof(PeeringSide.LocalSubnetNames):
                side.LocalSubnetNames = ["odd"];
                break;
            case nameof(PeeringSide.RemoteSubnetNames):
                side.RemoteSubnetNames = ["odd"];
                break;
            default:
                System.Reflection.PropertyInfo property = typeof(PeeringSide).GetProperty(member)!;
                property.SetValue(side, !(bool)property.GetValue(side)!);
                _bench.Hub.GatewayIds.Add("/gw");
                _bench.HubSide!.AllowGatewayTransit = true;
                break;
        }

        PairFlags flags = member == nameof(PeeringSide.DoNotVerifyRemoteGateways)
            ? new PairFlags { AllowForwardedTraffic = PeeringDirection.Both }
            : new PairFlags { DoNotVerifyRemoteGateways = PeeringDirection.Both };
        PeeringSettings before = SettingsMath.Of(_bench.SpokeSide!);
        Assert.Empty(_bench.ExecuteOne(_bench.Request(ChangeKind.Set) with { Flags = flags }).Errors);
        _bench.Fake.Resize(_bench.Hub, "10.0.0.0/16", "10.5.0.0/16");
        Assert.Empty(_bench.ExecuteOne(_bench.Request(ChangeKind.Sync)).Errors);
        PeeringSettings change = SettingsMath.Of(_bench.SpokeSide!).Unlike(before);
        Assert.Equal(flags.For(Half.Remote), change);
    }

    [Fact]
    public void A_write_that_crosses_tenants_says_which_and_brings_the_tokens_that_others_lend()
    {
        _ = _bench.Fake.AddSubscription(FarSubscription, FarTenant);
        FakeNetwork far = _bench.Fake.Add("far", "10.9.0.0/16", subscription: FarSubscription);
        Assert.Empty(_bench.ExecuteOne(_bench.Request(ChangeKind.New, _bench.Hub, far)).Errors);
        Assert.Equal([FarTenant, "10000000-0000-0000-0000-000000000001"], _bench.Azure.Writes.Select(write => write.RemoteTenantId));
        Assert.All(_bench.Azure.Writes, write => Assert.NotEmpty(write.AuxiliaryTokens));
        _bench.Azure.Writes.Clear();
        Assert.Empty(_bench.ExecuteOne(_bench.Request(ChangeKind.New)).Errors);
        Assert.All(_bench.Azure.Writes, write => Assert.True(write is { RemoteTenantId: null, AuxiliaryTokens.Count: 0 }));
    }

    [Fact]
    public void A_given_name_that_leads_elsewhere_or_that_Azure_refuses_is_a_problem()
    {
        _bench.Fake.Peer(_bench.Hub, _bench.Fake.Add("other", "10.7.0.0/16"));
        Assert.Equal([nameof(Errors.InvalidInput)], _bench.Problems(_bench.Request(ChangeKind.New) with { LocalName = "PEER-other" }));
        Assert.Equal([nameof(Errors.InvalidInput)], _bench.Problems(_bench.Request(ChangeKind.New) with { LocalName = "-x" }));
        Assert.Equal([nameof(Errors.InvalidInput)], _bench.Problems(_bench.Request(ChangeKind.New) with { RemoteName = new string('x', 81) }));
    }

    [Fact]
    public void Of_two_rows_that_give_one_network_two_remote_gateways_the_second_is_blocked()
    {
        FakeNetwork other = _bench.Fake.Add("other", "10.7.0.0/16");
        _bench.Hub.GatewayIds.Add("/gw");
        other.GatewayIds.Add("/gw2");
        PairFlags flags = new PairFlags().WithGatewayTransit(PeeringDirection.Local);
        IReadOnlyList<ChangePlan> plans = _bench.Plan(
            _bench.Request(ChangeKind.New) with { Flags = flags }, _bench.Request(ChangeKind.New, other, _bench.Spoke) with { Flags = flags });
        Assert.Empty(plans[0].Problems);
        Assert.Equal(nameof(Errors.GatewayConflict), Assert.Single(plans[1].Problems).Id);
    }

    [Fact]
    public void A_record_on_the_other_operators_network_is_left_to_him()
    {
        _ = _bench.ExecuteOne(_bench.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } });
        FakeNetwork holder = _bench.Hub.Tags.Count > 0 ? _bench.Hub : _bench.Spoke;
        FakeNetwork ours = holder == _bench.Hub ? _bench.Spoke : _bench.Hub;
        ChangeOutcome outcome = _bench.ExecuteOne(_bench.Request(ChangeKind.Set, ours, holder) with
        {
            Scope = SideScope.Local,
            Record = new RecordWish { Owner = "other" },
        });
        Assert.Contains(outcome.Plan.Warnings, warning => warning.Contains("its operator changes it", StringComparison.Ordinal));
        Assert.Equal("net", outcome.Pair!.Owner);
        Assert.Empty(ours.Tags);
    }

    [Fact]
    public void The_plan_shows_the_tag_that_a_deployment_must_keep() =>
        Assert.StartsWith(
            $"PeeringTools:peer-spoke = pair={PairId.Of(_bench.Hub.Id.Text, _bench.Spoke.Id.Text)};owner=net",
            _bench.PlanOne(_bench.Request(ChangeKind.New) with { Record = new RecordWish { Owner = "net" } }).ToOutput().RecordTag,
            StringComparison.Ordinal);
}
