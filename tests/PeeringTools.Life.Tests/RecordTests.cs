namespace PeeringTools.Life.Tests;

/// <summary>Expiry, owner and ticket live in one tag of one of the two networks.</summary>
public sealed class RecordTests
{
    private static readonly RecordWish Wish = new() { Owner = "net;=%", Ticket = "CHG-1", ExpiresOn = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void The_tag_is_written_before_the_peering_and_taken_away_after_it()
    {
        using World world = new();
        PeeringRequest request = world.Request(ChangeKind.New) with { Record = Wish };
        ChangeOutcome made = world.Do(request);
        Assert.Empty(made.Errors);
        Assert.Equal((PeeringRecordState.Ok, "net;=%", "CHG-1"), (made.Pair!.RecordState, made.Pair.Owner, made.Pair.Ticket));
        Assert.Equal(["PATCH", "PUT", "PUT"], world.Wire.Writes.Select(call => call.Method));
        Assert.Single(world.RecordsOf(request));
        world.Forget();
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove)).Errors);
        Assert.Equal(["DELETE", "DELETE", "PATCH"], world.Wire.Writes.Select(call => call.Method));
        Assert.Empty(world.RecordsOf(request));
    }

    [Theory]
    [InlineData(false, "CHG-1")]
    [InlineData(true, "")]
    public void Clearing_an_owner_clears_it_once_and_a_second_run_has_nothing_to_write(bool parked, string ticket)
    {
        using World world = new();
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = Wish }).Errors);
        Assert.Empty(world.Do(world.Request(ChangeKind.Set) with { Parking = parked ? Parking.Park : Parking.None }).Errors);
        PeeringRequest clear = world.Request(ChangeKind.Set) with { Record = new RecordWish { Owner = "", Ticket = ticket, NoExpiration = true } };
        Assert.Null(world.Do(clear).Pair!.Owner);
        world.Forget();
        Assert.Empty(world.Do(clear).Errors);
        Assert.Empty(world.Wire.Writes);
    }

    [Fact]
    public void The_tag_lies_on_the_network_with_fewer_peerings_and_the_others_are_left_alone()
    {
        using World world = new();
        world.Pair(world.Hub, world.Add("third", "10.2.0.0/16"));
        world.Tag(world.Spoke, "environment", "prod");
        Assert.Empty(world.Do(world.Request(ChangeKind.New) with { Record = Wish }).Errors);
        Assert.Empty(world.Tags(world.Hub));
        Assert.Equal(["PeeringTools:peer-hub", "environment"], world.Tags(world.Spoke).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(world.Do(world.Request(ChangeKind.Remove)).Errors);
        Assert.Equal(["environment"], world.Tags(world.Spoke).Keys);
    }

    [Fact]
    public void Where_tags_may_not_be_written_the_other_network_carries_the_record_and_that_is_said()
    {
        using World world = new();
        world.Pair(world.Hub, world.Add("third", "10.2.0.0/16"));
        _ = world.Caller.Deny(world.Spoke.Text, "Microsoft.Resources/tags/write");
        ChangeOutcome outcome = world.Do(world.Request(ChangeKind.New) with { Record = Wish });
        Assert.Empty(outcome.Errors);
        Assert.Contains(outcome.Plan.Warnings, line => line.Contains("hub", StringComparison.Ordinal) && line.Contains("spoke", StringComparison.Ordinal));
        Assert.Single(world.Tags(world.Hub));
        Assert.Empty(world.Tags(world.Spoke));
    }

    [Fact]
    public void Fifty_tags_on_both_networks_are_an_error_before_any_write()
    {
        using World world = new();
        for (int i = 0; i < 50; i++)
        {
            world.Tag(world.Hub, $"t{i}", "x");
            world.Tag(world.Spoke, $"t{i}", "x");
        }

        world.Forget();
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.New) with { Record = Wish }).Errors);
        Assert.Equal(nameof(Errors.TagRoomExhausted), error.Id);
        Assert.Contains("50", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Lab.Ledger.Writes);
        // Without a record there is nothing to find room for.
        Assert.Empty(world.Do(world.Request(ChangeKind.New)).Errors);
    }

    [Fact]
    public void A_record_that_is_too_long_is_an_error_before_any_write()
    {
        using World world = new();
        PeeringError error = Assert.Single(world.Do(world.Request(ChangeKind.New) with { Record = Wish with { Owner = new string('x', 300) } }).Errors);
        Assert.Equal(nameof(Errors.RecordTooLong), error.Id);
        Assert.Equal(0, world.Lab.Ledger.Writes);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Parking_remembers_which_sides_were_open_and_coming_back_opens_exactly_those(bool hubOpen, bool spokeOpen)
    {
        using World world = new();
        world.Half(world.Hub, world.Spoke, $$"""{"allowForwardedTraffic":true,"allowVirtualNetworkAccess":{{(hubOpen ? "true" : "false")}}}""");
        world.Half(world.Spoke, world.Hub, $$"""{"allowVirtualNetworkAccess":{{(spokeOpen ? "true" : "false")}}}""");
        string before = world.Of(world.Hub, world.Spoke);
        PeeringRequest set = world.Request(ChangeKind.Set);
        Assert.Empty(world.Do(set with { Parking = Parking.Park }).Errors);
        Assert.All(new[] { world.Side(world.Hub, world.Spoke), world.Side(world.Spoke, world.Hub) }, side => Assert.False((bool)side!["properties"]!["allowVirtualNetworkAccess"]!));
        // Looked at from the other network it is the same pair.
        PeeringRequest back = world.Request(ChangeKind.Set, world.Spoke, world.Hub) with { Parking = Parking.Restore };
        Assert.Empty(world.Do(back).Errors);
        Assert.Equal(before, world.Of(world.Hub, world.Spoke));
    }

    [Fact]
    public void A_parked_pair_whose_record_is_lost_asks_for_the_flags()
    {
        using World world = new();
        world.Pair(world.Hub, world.Spoke);
        PeeringRequest set = world.Request(ChangeKind.Set) with { Parking = Parking.Park };
        Assert.Empty(world.Do(set).Errors);
        foreach (ResourceId id in new[] { world.Hub, world.Spoke }) _ = world.Send("DELETE", id.Text + "/providers/Microsoft.Resources/tags/default");
        world.Forget();
        PeeringError error = Assert.Single(world.Do(set with { Parking = Parking.Restore }).Errors);
        Assert.Equal(nameof(Errors.SettingsUnknown), error.Id);
        Assert.Equal(0, world.Lab.Ledger.Writes);
        Assert.Empty(world.Do(set with { Parking = Parking.Restore, Flags = new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.Both } }).Errors);
    }
}
