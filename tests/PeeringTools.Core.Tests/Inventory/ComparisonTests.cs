namespace PeeringTools.Inventory;

/// <summary>What changed between two inventories, and whether a ticket's pairs are what was approved.</summary>
public class ComparisonTests
{
    private static readonly DateTimeOffset BeforeTheEnd = Sample.Read.AddDays(41);
    private static readonly DateTimeOffset AfterTheEnd = Sample.Read.AddDays(43);

    [Fact]
    public void An_estate_equals_itself_in_any_order_and_orientation()
    {
        PeeringPair turned = Pairs.Orientation.From(Sample.Pair("c", "d"), ResourceId.Parse(Sample.NetworkId("d")));
        Assert.Empty(Say([Sample.Pair(), Sample.Pair("c", "d")], [turned, Sample.Pair()]));
    }

    [Fact]
    public void Pairs_that_came_and_went_are_said_once_each() => Assert.Equal(
        ["Removed a b  Connected>", "Added a c  >Connected"], Say([Sample.Pair("a", "b"), Sample.Pair("d", "e")], [Sample.Pair("d", "e"), Sample.Pair("a", "c")]));

    [Fact]
    public void Every_field_that_changed_is_said_with_both_values_in_the_order_of_the_schema()
    {
        PeeringPair after = Sample.Pair();
        after.Remote.UseRemoteGateways = true;
        after.Local.AllowForwardedTraffic = true;
        after.Local.RemoteAddressSpace = ["10.11.0.0/16", "10.10.0.0/16"];
        after.Owner = "team";
        Assert.Equal(
            [
                "Changed a b Owner >team", "Changed a b LocalAllowForwardedTraffic false>true",
                "Changed a b LocalRemoteAddressSpace 10.10.0.0/16>10.10.0.0/16;10.11.0.0/16", "Changed a b RemoteUseRemoteGateways false>true",
            ],
            Say([Sample.Pair()], [after]));
    }

    [Fact]
    public void The_casing_of_a_peerings_name_is_no_change()
    {
        PeeringPair after = Sample.Pair();
        after.Local.Name = "PEER-B";
        Assert.Empty(Say([Sample.Pair()], [after]));
    }

    [Fact]
    public void Of_a_side_that_is_gone_only_that_is_said()
    {
        PeeringPair after = Sample.Pair();
        (after.Status, after.MissingSide) = (PeeringPairStatus.Disconnected, PeeringDirection.Remote);
        after.Local.PeeringState = "Disconnected";
        after.Remote.Exists = false;
        Assert.Equal(
            ["Changed a b Status Connected>Disconnected", "Changed a b MissingSide None>Remote", "Changed a b LocalPeeringState Connected>Disconnected", "Changed a b RemoteExists true>false"],
            Say([Sample.Pair()], [after]));
    }

    [Theory]
    [InlineData(PeeringRecordState.Ok, PeeringRecordState.None, true)]
    [InlineData(PeeringRecordState.Conflict, PeeringRecordState.None, true)]
    [InlineData(PeeringRecordState.Unparsable, PeeringRecordState.None, true)]
    [InlineData(PeeringRecordState.Foreign, PeeringRecordState.None, false)]
    [InlineData(PeeringRecordState.None, PeeringRecordState.None, false)]
    [InlineData(PeeringRecordState.Ok, PeeringRecordState.Conflict, false)]
    [InlineData(PeeringRecordState.Ok, PeeringRecordState.Foreign, false)]
    public void A_record_that_was_there_and_is_not_is_lost(PeeringRecordState before, PeeringRecordState after, bool isLost)
    {
        (PeeringPair reference, PeeringPair difference) = (Sample.Pair(), Sample.Pair(ticket: null));
        (reference.RecordState, difference.RecordState) = (before, after);
        List<PeeringInventoryChange> changes = [.. Compare([reference], [difference]).Changes()];
        Assert.Equal(isLost, changes.Exists(change => change.Change == PeeringInventoryChangeKind.RecordLost));
        if (!isLost) return;
        PeeringInventoryChange lost = Assert.Single(changes);
        Assert.Equal(("RecordState", "Lost", PeeringRecordState.Lost, "CHG-1"), (lost.Field, lost.To, lost.Pair.RecordState, lost.Ticket));
        Assert.Equal("expires 2026-11-16T06:00:00Z, owner none, ticket CHG-1", lost.From);
        Assert.Equal(PeeringRecordState.None, difference.RecordState);
    }

    [Fact]
    public void A_ticket_restricts_and_every_pair_of_it_gets_a_verdict()
    {
        PeeringPair changed = Sample.Pair("c", "d");
        changed.Local.AllowForwardedTraffic = true;
        Assert.Equal(
            ["+ Unchanged a b  >", "- Changed c d LocalAllowForwardedTraffic false>true", "- Removed e f  Connected>", "- Added i j  >Connected"],
            SayTicket([Sample.Pair("a", "b"), Sample.Pair("c", "d"), Sample.Pair("e", "f"), Sample.Pair("g", "h", "CHG-2")],
                [Sample.Pair("a", "b"), changed, Sample.Pair("i", "j")], BeforeTheEnd));
    }

    [Fact]
    public void After_the_end_a_pair_that_is_gone_is_as_approved_and_one_that_is_there_is_overdue() => Assert.Equal(
        ["+ Gone a b  >", "- Overdue c d  >"],
        SayTicket([Sample.Pair("a", "b"), Sample.Pair("c", "d")], [Sample.Pair("c", "d")], AfterTheEnd));

    [Theory]
    [InlineData(-1, "+ Unchanged a b  >")]
    [InlineData(1, "- Overdue a b  >")]
    public void The_end_is_an_instant_whatever_zone_the_objects_clock_is_of(int minutesAfter, string finding)
    {
        PeeringPair pair = Sample.Pair();
        DateTime end = pair.ExpiresOn!.Value;
        pair.ExpiresOn = end.ToLocalTime();
        Assert.Equal([finding], SayTicket([pair], [pair], end.AddMinutes(minutesAfter)));
    }

    [Fact]
    public void The_end_that_counts_is_the_one_that_was_approved() => Assert.Equal(
        ["- Overdue a b  >", "- Changed a b ExpiresOn 2026-11-16T06:00:00Z>2027-11-16T06:00:00Z"],
        SayTicket([Sample.Pair()], [Sample.Pair(expires: Sample.Read.AddDays(42).AddYears(1))], AfterTheEnd));

    [Fact]
    public void A_pair_whose_record_was_lost_still_belongs_to_its_ticket() => Assert.Equal(
        ["- RecordLost a b RecordState expires 2026-11-16T06:00:00Z, owner none, ticket CHG-1>Lost"],
        SayTicket([Sample.Pair()], [Sample.Pair(ticket: null)], BeforeTheEnd));

    [Fact]
    public void A_ticket_that_nobody_has_is_an_error_and_no_silence()
    {
        InventoryComparison comparison = Compare([Sample.Pair()], [Sample.Pair()]);
        Assert.Equal(nameof(Errors.TicketNotFound), Assert.Throws<PeeringException>(() => comparison.OfTicket("CHG-9")).Error.Id);
        Assert.Single(comparison.OfTicket("chg-1"));
    }

    [Fact]
    public void Lab_and_Azure_are_not_compared()
    {
        PeeringPair lab = Sample.Pair();
        lab.Source = "LAB Inventory";
        Assert.Equal(nameof(Errors.InvalidInput), Assert.Throws<PeeringException>(() => Compare([lab], [Sample.Pair()])).Error.Id);
    }

    [Fact]
    public void A_file_with_a_malformed_row_is_not_compared()
    {
        using Folder folder = new();
        folder.Put("a.csv", Folder.Text("csv", Sample.Pair()).Replace("Connected", "Fine", StringComparison.Ordinal));
        PeeringException refused = Assert.Throws<PeeringException>(() => InventoryContent.OfFile(folder["a.csv"], false, TimeProvider.System, _ => { }));
        Assert.Equal(nameof(Errors.InventoryRowMalformed), refused.Error.Id);
    }

    private static InventoryComparison Compare(PeeringPair[] before, PeeringPair[] after, DateTimeOffset? asOf = null) =>
        new(new InventoryContent(before, Sample.Read.UtcDateTime, null), new InventoryContent(after, (asOf ?? Sample.Read).UtcDateTime, null));

    private static IEnumerable<string> Say(PeeringPair[] before, PeeringPair[] after) => Compare(before, after).Changes().Select(Line);

    private static IEnumerable<string> SayTicket(PeeringPair[] before, PeeringPair[] after, DateTimeOffset asOf) =>
        Compare(before, after, asOf).OfTicket("CHG-1").Select(finding => (finding.AsApproved == true ? "+ " : "- ") + Line(finding));

    private static string Line(PeeringInventoryChange change) =>
        $"{change.Change} {change.Pair.Local.VirtualNetworkName} {change.Pair.Remote.VirtualNetworkName} {change.Field} {change.From}>{change.To}";
}
