using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Pairs;

public class PairFilterTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Nothing_asked_lets_everything_pass() => Assert.True(new PairFilter(_clock).Passes(new PeeringPair()));

    [Theory]
    [InlineData(PeeringPairStatus.Disconnected, true)]
    [InlineData(PeeringPairStatus.RemoteGone, true)]
    [InlineData(PeeringPairStatus.RemoteNotVisible, false)]
    [InlineData(PeeringPairStatus.Initiated, false)]
    [InlineData(PeeringPairStatus.Unknown, false)]
    public void Orphaned_is_disconnected_or_gone_and_nothing_else(PeeringPairStatus status, bool passes) =>
        Assert.Equal(passes, new PairFilter(_clock) { Orphaned = true }.Passes(new PeeringPair { Status = status }));

    [Theory]
    [InlineData("Connected", "LocalNotInSync", true)]
    [InlineData("Connected", "SomethingNew", true)]
    [InlineData("Connected", "FullyInSync", false)]
    [InlineData("Connected", null, false)]
    [InlineData("Initiated", "RemoteNotInSync", false)]
    [InlineData("Disconnected", "RemoteNotInSync", false)]
    public void Out_of_sync_is_drift_of_a_connected_side(string state, string? level, bool passes)
    {
        PeeringPair pair = new() { Remote = new PeeringSide { Exists = true, PeeringState = state, PeeringSyncLevel = level } };
        Assert.Equal(passes, new PairFilter(_clock) { OutOfSync = true }.Passes(pair));
    }

    [Theory]
    [InlineData(-1, true, false, false)]
    [InlineData(0, true, false, false)]
    [InlineData(1, false, true, true)]
    [InlineData(24, false, true, true)]
    [InlineData(25, false, false, true)]
    public void Expired_and_expiring_meet_without_overlapping(int hours, bool expired, bool withinADay, bool withinAWeek)
    {
        PeeringPair pair = new() { RecordState = PeeringRecordState.Ok, ExpiresOn = _clock.GetUtcNow().UtcDateTime.AddHours(hours) };
        Assert.Equal(expired, new PairFilter(_clock) { Expired = true }.Passes(pair));
        Assert.Equal(withinADay, new PairFilter(_clock) { ExpiringWithin = TimeSpan.FromDays(1) }.Passes(pair));
        Assert.Equal(withinAWeek, new PairFilter(_clock) { ExpiringWithin = TimeSpan.FromDays(7) }.Passes(pair));
    }

    [Theory]
    [InlineData(PeeringRecordState.None)]
    [InlineData(PeeringRecordState.Conflict)]
    [InlineData(PeeringRecordState.Lost)]
    public void Without_a_record_to_trust_nothing_is_expired_or_expiring(PeeringRecordState state)
    {
        PeeringPair pair = new() { RecordState = state, ExpiresOn = _clock.GetUtcNow().UtcDateTime.AddDays(-1) };
        Assert.False(new PairFilter(_clock) { Expired = true }.Passes(pair));
        pair.ExpiresOn = _clock.GetUtcNow().UtcDateTime.AddDays(1);
        Assert.False(new PairFilter(_clock) { ExpiringWithin = TimeSpan.FromDays(365) }.Passes(pair));
    }

    [Theory]
    [InlineData("peer-spoke")]
    [InlineData("hub")]
    [InlineData("spoke")]
    public void A_name_may_be_that_of_a_peering_or_of_a_network(string name)
    {
        PeeringPair pair = new()
        {
            Local = new PeeringSide { VirtualNetworkName = "hub", Name = "peer-spoke" },
            Remote = new PeeringSide { VirtualNetworkName = "spoke" },
        };
        Assert.True(new PairFilter(_clock) { Name = candidate => candidate == name }.Passes(pair));
        Assert.False(new PairFilter(_clock) { Name = candidate => candidate == "other" }.Passes(pair));
    }

    [Fact]
    public void What_is_not_known_is_not_claimed()
    {
        Assert.False(new PairFilter(_clock) { CrossTenant = true }.Passes(new PeeringPair { IsCrossTenant = null }));
        Assert.False(new PairFilter(_clock) { Global = true }.Passes(new PeeringPair { IsGlobal = null }));
        Assert.False(new PairFilter(_clock) { Owner = _ => true }.Passes(new PeeringPair()));
        Assert.False(new PairFilter(_clock) { Ticket = _ => true }.Passes(new PeeringPair()));
        Assert.True(new PairFilter(_clock) { CrossTenant = true, Global = true, Owner = o => o == "me", Ticket = t => t == "1" }
            .Passes(new PeeringPair { IsCrossTenant = true, IsGlobal = true, Owner = "me", Ticket = "1" }));
    }

    [Fact]
    public void Any_of_several_states_and_every_one_of_several_filters()
    {
        PairFilter filter = new(_clock) { Statuses = [PeeringPairStatus.Connected, PeeringPairStatus.Initiated], Global = true };
        Assert.True(filter.Passes(new PeeringPair { Status = PeeringPairStatus.Initiated, IsGlobal = true }));
        Assert.False(filter.Passes(new PeeringPair { Status = PeeringPairStatus.Initiated, IsGlobal = false }));
        Assert.False(filter.Passes(new PeeringPair { Status = PeeringPairStatus.Unknown, IsGlobal = true }));
    }
}
