using PeeringTools.Fakes;
using PeeringTools.Records;

namespace PeeringTools.Pairs;

public class RecordReaderTests
{
    private readonly FakeArmNetwork _azure = new();
    private readonly FakeNetwork _a;
    private readonly FakeNetwork _b;
    private readonly string _pairId;

    public RecordReaderTests()
    {
        _a = _azure.Add("a", "10.0.0.0/16");
        _b = _azure.Add("b", "10.1.0.0/16");
        _azure.Peer(_a, _b);
        _pairId = PairId.Of(_a.Id.Text, _b.Id.Text);
    }

    [Fact]
    public void Without_a_tag_there_is_no_record() => Assert.Equal(PeeringRecordState.None, this.Read().State);

    [Fact]
    public void One_copy_on_either_network_is_enough()
    {
        _b.Tags["peeringtools:PEER-A"] = $"pair={_pairId};owner=me";
        RecordReading reading = this.Read();
        Assert.Equal((PeeringRecordState.Ok, "me"), (reading.State, reading.Record?.Owner));
        Assert.Equal(_b.Id, Assert.Single(reading.Copies).VirtualNetworkId);
    }

    [Fact]
    public void Two_copies_that_say_the_same_are_one_record()
    {
        this.TagBoth($"pair={_pairId};owner=me", $"owner=me;pair={_pairId}");
        Assert.Equal(PeeringRecordState.Ok, this.Read().State);
    }

    [Fact]
    public void Two_copies_that_differ_are_a_conflict_and_nothing_is_believed()
    {
        this.TagBoth($"pair={_pairId};owner=me", $"pair={_pairId};owner=you");
        RecordReading reading = this.Read();
        Assert.Equal((PeeringRecordState.Conflict, null, 2), (reading.State, reading.Record, reading.Copies.Count));
    }

    [Fact]
    public void A_tag_of_another_pair_under_a_reused_name_is_foreign()
    {
        _a.Tags["PeeringTools:peer-b"] = "pair=ffffffffffff;expires=2020-01-01T00:00:00Z";
        RecordReading reading = this.Read();
        Assert.Equal((PeeringRecordState.Foreign, null), (reading.State, reading.Record));
    }

    [Fact]
    public void Litter_of_another_pair_does_not_hide_this_pairs_record()
    {
        this.TagBoth("pair=ffffffffffff;owner=you", $"pair={_pairId};owner=me");
        Assert.Equal((PeeringRecordState.Ok, "me"), (this.Read().State, this.Read().Record?.Owner));
    }

    [Fact]
    public void A_copy_that_cannot_be_read_outweighs_one_that_can()
    {
        this.TagBoth($"pair={_pairId};owner=me", "expires on Friday");
        Assert.Equal(PeeringRecordState.Unparsable, this.Read().State);
    }

    [Fact]
    public void Tags_of_other_peerings_of_a_hub_do_not_count()
    {
        _a.Tags["PeeringTools:peer-c"] = $"pair={_pairId};owner=someone";
        _a.Tags["costcenter"] = "12";
        Assert.Equal(PeeringRecordState.None, this.Read().State);
    }

    [Fact]
    public void Where_the_side_is_already_deleted_its_record_is_still_found_by_the_pair()
    {
        _b.Tags["PeeringTools:peer-a"] = $"pair={_pairId};owner=me";
        _b.Sides.Clear();
        Assert.Equal((PeeringRecordState.Ok, "me"), (this.Read().State, this.Read().Record?.Owner));
    }

    [Fact]
    public void Where_the_side_does_not_exist_tags_of_other_pairs_say_nothing()
    {
        _b.Tags["PeeringTools:peer-a"] = "pair=ffffffffffff";
        _b.Tags["PeeringTools:peer-x"] = "mangled";
        _b.Sides.Clear();
        Assert.Equal(PeeringRecordState.None, this.Read().State);
    }

    private void TagBoth(string onA, string onB)
    {
        _a.Tags["PeeringTools:peer-b"] = onA;
        _b.Tags["PeeringTools:peer-a"] = onB;
    }

    private RecordReading Read() => RecordReader.Read(
        _pairId, RemoteReading.Found(_a.Id, _a.Read()).ToEnd(_b.Id), RemoteReading.Found(_b.Id, _b.Read()).ToEnd(_a.Id));
}
