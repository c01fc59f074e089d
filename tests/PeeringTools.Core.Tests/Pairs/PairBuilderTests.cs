using Microsoft.Extensions.Time.Testing;
using PeeringTools.Fakes;

namespace PeeringTools.Pairs;

public class PairBuilderTests
{
    private const string OtherSubscription = "00000000-0000-0000-0000-000000000002";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeArmNetwork _azure = new();
    private readonly FakeNetwork _a;
    private readonly FakeNetwork _b;

    public PairBuilderTests()
    {
        _a = _azure.Add("a", "10.0.0.0/16");
        _b = _azure.Add("b", "10.1.0.0/16");
        _azure.Peer(_a, _b);
    }

    [Theory]
    [InlineData("Connected", "Connected", PeeringPairStatus.Connected)]
    [InlineData("connected", "CONNECTED", PeeringPairStatus.Connected)]
    [InlineData("Connected", "Disconnected", PeeringPairStatus.Disconnected)]
    [InlineData("Disconnected", "Initiated", PeeringPairStatus.Disconnected)]
    [InlineData("Initiated", "Connected", PeeringPairStatus.Initiated)]
    [InlineData("Initiated", "Initiated", PeeringPairStatus.Initiated)]
    [InlineData("Connected", "Sleeping", PeeringPairStatus.Unknown)]
    [InlineData("Connected", null, PeeringPairStatus.Unknown)]
    public void Two_sides_give_the_worse_of_their_states(string? one, string? other, PeeringPairStatus expected)
    {
        _a.Sides[0].PeeringState = one;
        _b.Sides[0].PeeringState = other;
        PeeringPair pair = this.Build();
        Assert.Equal((expected, PeeringDirection.None), (pair.Status, pair.MissingSide));
    }

    [Theory]
    [InlineData("Initiated", nameof(RemoteVisibility.Found), PeeringPairStatus.Initiated, PeeringDirection.Remote)]
    [InlineData("Disconnected", nameof(RemoteVisibility.Found), PeeringPairStatus.Disconnected, PeeringDirection.Remote)]
    [InlineData("Connected", nameof(RemoteVisibility.Found), PeeringPairStatus.Unknown, PeeringDirection.Remote)]
    [InlineData("Disconnected", nameof(RemoteVisibility.Gone), PeeringPairStatus.RemoteGone, PeeringDirection.Remote)]
    [InlineData("Disconnected", nameof(RemoteVisibility.NotVisible), PeeringPairStatus.RemoteNotVisible, PeeringDirection.None)]
    [InlineData("Connected", nameof(RemoteVisibility.NotVisible), PeeringPairStatus.RemoteNotVisible, PeeringDirection.None)]
    [InlineData("Disconnected", nameof(RemoteVisibility.Unknown), PeeringPairStatus.Unknown, PeeringDirection.None)]
    public void One_side_needs_to_know_what_became_of_the_other_network(
        string state, string visibility, PeeringPairStatus expected, PeeringDirection missing)
    {
        _a.Sides[0].PeeringState = state;
        _b.Sides.Clear();
        PairEnd remote = visibility == nameof(RemoteVisibility.Found) ? EndOf(_b, _a) : PairEnd.Unread(_b.Id.Text, Enum.Parse<RemoteVisibility>(visibility));
        PeeringPair pair = this.Builder().BuildOriented(EndOf(_a, _b), remote);
        Assert.Equal((expected, missing), (pair.Status, pair.MissingSide));
    }

    [Theory]
    [InlineData("FullyInSync", "FullyInSync", "FullyInSync")]
    [InlineData("FullyInSync", "LocalNotInSync", "LocalNotInSync")]
    [InlineData("RemoteNotInSync", "LocalNotInSync", "RemoteNotInSync")]
    [InlineData("LocalAndRemoteNotInSync", "LocalNotInSync", "LocalAndRemoteNotInSync")]
    [InlineData("LocalNotInSync", "SomethingNew", "SomethingNew")]
    [InlineData(null, "FullyInSync", "FullyInSync")]
    [InlineData(null, null, null)]
    public void The_sync_level_is_the_worse_of_both_and_unknown_ones_flow_through(string? local, string? remote, string? expected)
    {
        _a.Sides[0].PeeringSyncLevel = local;
        _b.Sides[0].PeeringSyncLevel = remote;
        Assert.Equal(expected, this.Build().SyncLevel);
    }

    [Fact]
    public void A_scan_orders_the_sides_by_their_lower_case_ids_whichever_comes_first()
    {
        PeeringPair one = this.Builder().Build(EndOf(_a, _b), EndOf(_b, _a));
        PeeringPair other = this.Builder().Build(EndOf(_b, _a), EndOf(_a, _b));
        Assert.Equal(("a", "b", false), (one.Local.VirtualNetworkName, one.Remote.VirtualNetworkName, one.Oriented));
        Assert.Equal((one.PairId, one.Local.Id), (other.PairId, other.Local.Id));
    }

    [Fact]
    public void A_side_that_does_not_exist_still_names_its_network()
    {
        _b.Sides.Clear();
        PeeringSide missing = this.Build().Remote;
        Assert.False(missing.Exists);
        Assert.Equal((null, null, _b.Id.Text, "b", "rg"), (missing.Id, missing.Name, missing.VirtualNetworkId, missing.VirtualNetworkName, missing.ResourceGroupName));
        Assert.Equal(("westeurope", _a.Id.Text), (missing.Location, missing.RemoteVirtualNetworkId));
        Assert.Equal(["10.1.0.0/16"], missing.VirtualNetworkAddressSpace);
    }

    [Fact]
    public void A_side_that_points_to_nonsense_is_unknown_and_no_crash()
    {
        PeeringPair pair = this.Builder().Build(EndOf(_a, _b), PairEnd.Unread("not an id", RemoteVisibility.Unknown));
        Assert.Equal((PeeringPairStatus.Unknown, false, null, null), (pair.Status, pair.IsCrossSubscription, pair.IsCrossTenant, pair.IsGlobal));
    }

    [Fact]
    public void Regions_decide_whether_it_is_global_however_they_are_written()
    {
        _b.Location = "West Europe";
        Assert.False(this.Build().IsGlobal);
        _b.Location = "northeurope";
        Assert.True(this.Build().IsGlobal);
        Assert.Null(this.Builder().Build(EndOf(_a, _b), PairEnd.Unread(_b.Id.Text, RemoteVisibility.NotVisible)).IsGlobal);
    }

    [Fact]
    public void A_tenant_that_is_not_known_leaves_cross_tenant_open_except_within_one_subscription()
    {
        Assert.False(this.Build().IsCrossTenant);
        FakeNetwork far = _azure.Add("c", "10.2.0.0/16", subscription: OtherSubscription);
        PairEnd a = EndOf(_a, far) with { TenantId = "t1" };
        PairEnd c = EndOf(far, _a);
        Assert.Equal((true, null), (this.Builder().Build(a, c).IsCrossSubscription, this.Builder().Build(a, c).IsCrossTenant));
        Assert.False(this.Builder().Build(a, c with { TenantId = "T1" }).IsCrossTenant);
        Assert.True(this.Builder().Build(a, c with { TenantId = "t2" }).IsCrossTenant);
    }

    [Fact]
    public void What_the_record_says_stands_on_the_pair()
    {
        _a.Tags["PeeringTools:peer-b"] = $"pair={PairId.Of(_a.Id.Text, _b.Id.Text)};expires=2026-12-31T23:59:59Z;owner=me;ticket=CHG-1";
        PeeringPair pair = this.Build();
        Assert.Equal((PeeringRecordState.Ok, "me", "CHG-1"), (pair.RecordState, pair.Owner, pair.Ticket));
        Assert.Equal(new DateTime(2026, 12, 31, 23, 59, 59, DateTimeKind.Utc), pair.ExpiresOn);
    }

    [Fact]
    public void Source_says_LAB_where_nothing_is_real_and_AsOf_is_the_clocks()
    {
        Assert.Equal(("ResourceManager", _clock.GetUtcNow()), (this.Build().Source, this.Build().AsOf));
        Assert.Equal("LAB ResourceManager", new PairBuilder(_clock, PairBuilder.ResourceManager, isLab: true).Build(EndOf(_a, _b), EndOf(_b, _a)).Source);
    }

    private static PairEnd EndOf(FakeNetwork network, FakeNetwork other) => RemoteReading.Found(network.Id, network.Read()).ToEnd(other.Id);

    private PairBuilder Builder() => new(_clock, PairBuilder.ResourceManager, isLab: false);

    private PeeringPair Build() => this.Builder().Build(EndOf(_a, _b), EndOf(_b, _a));
}
