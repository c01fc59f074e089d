using PeeringTools.Pairs;

namespace PeeringTools.Life.Tests;

/// <summary>What ends a pair, and what in doubt does not.</summary>
public sealed class ExpiryTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_pair_stays_to_its_last_second_and_goes_with_both_sides_and_its_record_after_it()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Lab.AdvanceClock(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Empty(_world.RemoveExpired());
        Assert.Equal(0, _world.Lab.Ledger.Writes);
        _world.Lab.AdvanceClock(TimeSpan.FromSeconds(2));
        ChangeOutcome outcome = Assert.Single(_world.RemoveExpired());
        Assert.Empty(outcome.Errors);
        Assert.Equal(("net", "CHG-1", 2), (outcome.Removal!.Owner, outcome.Removal.Ticket, outcome.Removal.RemovedIds.Length));
        Assert.True(_world.IsGone(_world.Hub, _world.Spoke));
        Assert.Equal(["DELETE", "DELETE", "PATCH"], _world.Wire.Writes.Select(call => call.Method));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Within_the_grace_a_pair_that_has_ended_is_left_alone(int daysAfter, bool isGone)
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Lab.AdvanceClock(TimeSpan.FromDays(3 + daysAfter) - TimeSpan.FromHours(1));
        _ = _world.RemoveExpired(new ExpiryOptions { Grace = TimeSpan.FromDays(7) });
        Assert.Equal(isGone, _world.IsGone(_world.Hub, _world.Spoke));
    }

    [Fact]
    public void A_pair_without_a_record_or_without_an_end_in_it_never_expires()
    {
        _world.Pair(_world.Hub, _world.Spoke);
        ResourceId third = _world.Add("third", "10.3.0.0/16");
        _world.Pair(_world.Hub, third);
        _world.Tag(third, "PeeringTools:peer-hub", $"pair={PairId.Of(_world.Hub.Text, third.Text)};owner=net");
        _world.Lab.AdvanceClock(TimeSpan.FromDays(36_500));
        _world.Forget();
        Assert.Empty(_world.RemoveExpired());
        Assert.Equal(0, _world.Lab.Ledger.Writes);
    }

    [Fact]
    public void Two_copies_that_disagree_end_nothing_and_are_said() =>
        this.StaysWith(ExpiryTexts.Conflict, () => _world.Tag(
            _world.Hub, "PeeringTools:peer-spoke", Expiring.Record(_world.Hub, _world.Spoke, "2026-11-03T00:00:00Z")));

    [Fact]
    public void The_record_of_another_pair_under_a_name_used_again_ends_nothing_and_is_said() =>
        this.StaysWith(ExpiryTexts.Foreign, () => _world.Tag(
            _world.Spoke, "PeeringTools:peer-hub", "pair=0123456789ab;expires=2026-11-03T00:00:00Z"));

    [Theory]
    [InlineData("pair={0};expires=soon")]
    [InlineData("pair={0};expires=2026-11-03T00:00:00Z;owner=%zz")]
    [InlineData("expires=2026-11-03T00:00:00Z")]
    public void A_mangled_record_ends_nothing_and_is_said(string value) =>
        this.StaysWith(ExpiryTexts.Unparsable, () => _world.Tag(
            _world.Spoke, "PeeringTools:peer-hub", value.Replace("{0}", PairId.Of(_world.Hub.Text, _world.Spoke.Text), StringComparison.Ordinal)));

    [Fact]
    public void A_pair_whose_other_network_cannot_be_seen_stays_and_is_said() =>
        this.StaysWith(ExpiryTexts.NotVisible, () => _world.Caller.Deny(_world.Hub.Text, "Microsoft.Network/virtualNetworks/read"));

    [Fact]
    public void A_managed_pair_stays_and_is_said_with_its_owner()
    {
        _world.Half(_world.Hub, _world.Spoke, name: "ANM_hub");
        _world.Half(_world.Spoke, _world.Hub, name: "ANM_spoke");
        _world.Tag(_world.Spoke, "PeeringTools:ANM_spoke", Expiring.Record(_world.Hub, _world.Spoke, Expiring.End));
        _world.Expire();
        _world.Forget();
        Assert.Empty(_world.RemoveExpired());
        Assert.Contains("NetworkManager", _world.SoleWarning(), StringComparison.Ordinal);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
    }

    [Fact]
    public void A_pair_renewed_after_the_plan_was_confirmed_stays_and_is_said() =>
        this.IsHeld("2027-01-01T00:00:00Z", () => _world.Renew(_world.Hub, _world.Spoke, "2027-01-01T00:00:00Z"));

    [Fact]
    public void A_pair_whose_tag_was_taken_away_after_the_plan_was_confirmed_stays_and_is_said() =>
        this.IsHeld("no record", () => _world.Untag(_world.Spoke));

    [Fact]
    public void A_pair_whose_record_got_another_owner_after_the_plan_was_confirmed_stays_for_the_next_run() =>
        this.IsHeld("something else", () => _world.Tag(
            _world.Spoke, "PeeringTools:peer-hub", Expiring.Record(_world.Hub, _world.Spoke, Expiring.End).Replace("owner=net", "owner=sec", StringComparison.Ordinal)));

    [Fact]
    public void Only_the_pair_that_was_renewed_while_others_were_being_deleted_stays()
    {
        ResourceId[] spokes = _world.Spokes(3);
        _world.Expire();
        _world.Wire.Answered = call =>
        {
            if (call.Method != "DELETE") return;
            _world.Wire.Answered = null;
            _world.Renew(_world.Hub, spokes[2], "2027-01-01T00:00:00Z");
        };
        IReadOnlyList<ChangeOutcome> outcomes = _world.RemoveExpired();
        Assert.Equal([false, false, true], outcomes.OrderBy(outcome => outcome.Plan.Facts.Remote.Name, StringComparer.Ordinal).Select(outcome => outcome.Held is not null));
        Assert.Equal([true, true, false], spokes.Select(spoke => _world.State(_world.Hub, spoke) == "none"));
        Assert.True(_world.IsWhole(_world.Hub, spokes[2]));
    }

    [Fact]
    public void What_a_given_object_says_does_not_count_but_what_the_pair_says_now()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        PeeringPair old = _world.Read(_world.Hub, _world.Spoke);
        _world.Renew(_world.Hub, _world.Spoke, "2027-01-01T00:00:00Z");
        Assert.Empty(_world.RemoveExpired(pairs: [old]));
        Assert.True(_world.IsWhole(_world.Hub, _world.Spoke));
        old.ExpiresOn = null;
        _world.Renew(_world.Hub, _world.Spoke, Expiring.End);
        Assert.Empty(Assert.Single(_world.RemoveExpired(pairs: [old])).Errors);
        Assert.True(_world.IsGone(_world.Hub, _world.Spoke));
    }

    [Fact]
    public void More_expired_pairs_than_the_brake_allows_are_an_error_and_nothing_is_touched()
    {
        _ = _world.Spokes(3);
        _world.Expire();
        _world.Forget();
        PeeringException refused = Assert.Throws<PeeringException>(() => _world.RemoveExpired(new ExpiryOptions { MaximumRemoval = 2 }));
        Assert.Equal(nameof(Errors.TooManyExpired), refused.Error.Id);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
        Assert.Equal(3, _world.RemoveExpired(new ExpiryOptions { MaximumRemoval = 3 }).Count(outcome => outcome.Changed));
    }

    [Fact]
    public void Of_a_hub_with_hundreds_of_pairs_exactly_the_expired_ones_go()
    {
        using World world = new(empty: true);
        ResourceId hub = world.AddStar(500);
        ResourceId[] temporary = [.. Enumerable.Range(0, 30).Select(i => ResourceId.Parse($"{world.Group}/providers/Microsoft.Network/virtualNetworks/s{i * 16}"))];
        for (int i = 0; i < temporary.Length; i++) world.Renew(hub, temporary[i], i < 20 ? Expiring.End : "2027-01-01T00:00:00Z");
        world.Expire();
        Assert.All(world.RemoveExpired(), outcome => Assert.Empty(outcome.Errors));
        Assert.Equal(480, world.Sides(hub).Length);
        Assert.All(temporary.Take(20), spoke => Assert.True(world.IsGone(hub, spoke)));
        Assert.All(temporary.Skip(20), spoke => Assert.Equal("Connected", world.State(hub, spoke).Split('/')[0]));
    }

    [Fact]
    public void A_subscription_that_was_not_read_is_an_error_and_a_warning_and_the_others_go_on()
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        const string Hidden = "99999999-0000-0000-0000-000000000009";
        PairScope scope = new() { SubscriptionIds = [_world.Hub.SubscriptionId, Hidden] };
        Assert.True(Assert.Single(_world.RemoveExpired(scope: scope)).Changed);
        Assert.Contains(Hidden, _world.SoleWarning(), StringComparison.Ordinal);
        Assert.Contains(_world.Reporter.Verboses, line => line.StartsWith("ERROR ", StringComparison.Ordinal) && line.Contains(Hidden, StringComparison.Ordinal));
    }

    private void StaysWith(string reason, Action trouble)
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        trouble();
        _world.Forget();
        Assert.Empty(_world.RemoveExpired());
        Assert.Contains(reason, _world.SoleWarning(), StringComparison.Ordinal);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
    }

    private void IsHeld(string reason, Action meanwhile)
    {
        _world.Temporary(_world.Hub, _world.Spoke);
        _world.Expire();
        ChangeOutcome outcome = Assert.Single(_world.RemoveExpired(between: () =>
        {
            meanwhile();
            _world.Forget();
        }));
        Assert.Contains(reason, outcome.Held, StringComparison.Ordinal);
        Assert.False(outcome.Changed);
        Assert.Equal(0, _world.Lab.Ledger.Writes);
        Assert.True(_world.IsWhole(_world.Hub, _world.Spoke));
    }
}
