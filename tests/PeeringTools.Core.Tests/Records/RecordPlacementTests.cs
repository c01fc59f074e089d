using PeeringTools.Fakes;

namespace PeeringTools.Records;

public class RecordPlacementTests
{
    private readonly FakeArmNetwork _azure = new();
    private readonly FakeNetwork _hub;
    private readonly FakeNetwork _spoke;

    public RecordPlacementTests()
    {
        _hub = _azure.Add("hub", "10.0.0.0/16");
        _spoke = _azure.Add("spoke", "10.1.0.0/16");
        _azure.Peer(_hub, _azure.Add("other", "10.2.0.0/16"));
    }

    [Fact]
    public void The_quieter_network_comes_first_and_the_other_is_the_way_out() => Assert.Equal([_spoke.Id, _hub.Id], this.Choose());

    [Fact]
    public void The_pairs_own_side_does_not_count_so_the_choice_is_the_same_before_and_after()
    {
        _hub.Sides.Clear();
        IReadOnlyList<ResourceId> before = this.Choose();
        _ = _azure.PeerHalf(_hub, _spoke);
        Assert.Equal(before, this.Choose());
        Assert.Equal([_hub.Id, _spoke.Id], before);
    }

    [Fact]
    public void A_network_with_fifty_tags_has_no_room()
    {
        Fill(_spoke);
        Assert.Equal([_hub.Id], this.Choose());
    }

    [Fact]
    public void A_record_that_is_there_already_needs_no_room()
    {
        Fill(_spoke, 49);
        _spoke.Tags["peeringtools:peer-hub"] = "pair=x";
        Assert.Equal([_spoke.Id, _hub.Id], this.Choose());
    }

    [Fact]
    public void No_room_on_either_is_an_error_before_any_write()
    {
        Fill(_spoke);
        Fill(_hub);
        Assert.Equal(nameof(Errors.TagRoomExhausted), Assert.Throws<PeeringException>(() => this.Choose()).Error.Id);
    }

    private static void Fill(FakeNetwork network, int count = 50)
    {
        for (int i = 0; i < count; i++) network.Tags["tag" + i] = "x";
    }

    private IReadOnlyList<ResourceId> Choose() =>
        [.. RecordPlacement.Choose(_hub.Read(), "peer-spoke", _spoke.Read(), "peer-hub").Select(place => place.VirtualNetworkId)];
}
