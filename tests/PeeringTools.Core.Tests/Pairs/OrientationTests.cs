using System.Reflection;

namespace PeeringTools.Pairs;

public class OrientationTests
{
    private static readonly ResourceId A = ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", "rg", "a");
    private static readonly ResourceId B = ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", "rg", "b");

    private readonly PeeringPair _scanned = new()
    {
        Local = new PeeringSide { VirtualNetworkId = A.Text, PeeringSyncLevel = "RemoteNotInSync" },
        Remote = new PeeringSide { VirtualNetworkId = B.Text, PeeringSyncLevel = "LocalNotInSync" },
        MissingSide = PeeringDirection.Remote,
        SyncLevel = "RemoteNotInSync",
    };

    [Fact]
    public void Seen_from_its_remote_network_everything_that_says_local_or_remote_turns_around()
    {
        PeeringPair seen = Orientation.From(_scanned, ResourceId.Parse(B.Text.ToUpperInvariant()));
        Assert.Equal((B.Text, A.Text, true), (seen.Local.VirtualNetworkId, seen.Remote.VirtualNetworkId, seen.Oriented));
        Assert.Equal((PeeringDirection.Local, "LocalNotInSync"), (seen.MissingSide, seen.SyncLevel));
        Assert.Equal((false, A.Text), (_scanned.Oriented, _scanned.Local.VirtualNetworkId));
    }

    [Fact]
    public void Seen_from_its_local_network_it_is_the_same_and_oriented()
    {
        PeeringPair seen = Orientation.From(_scanned, A.Peering("peer-b"));
        Assert.Equal((A.Text, PeeringDirection.Remote, true), (seen.Local.VirtualNetworkId, seen.MissingSide, seen.Oriented));
    }

    [Fact]
    public void A_network_that_is_not_of_the_pair_is_refused() =>
        Assert.Equal(nameof(Errors.NotOfPair), Assert.Throws<PeeringException>(
            () => Orientation.From(_scanned, ResourceId.ForVirtualNetwork(A.SubscriptionId, "rg", "c"))).Error.Id);

    [Fact]
    public void A_parameter_that_says_local_is_refused_on_a_scanned_pair_unless_a_network_orients_it()
    {
        Assert.Equal(nameof(Errors.NotOriented), Assert.Throws<PeeringException>(() => Orientation.Require(_scanned, null)).Error.Id);
        Assert.Equal(B.Text, Orientation.Require(_scanned, B).Local.VirtualNetworkId);
        PeeringPair oriented = new() { Oriented = true };
        Assert.Same(oriented, Orientation.Require(oriented, null));
    }

    [Theory]
    [InlineData(PeeringDirection.Local, PeeringDirection.Remote)]
    [InlineData(PeeringDirection.Remote, PeeringDirection.Local)]
    [InlineData(PeeringDirection.Both, PeeringDirection.Both)]
    [InlineData(PeeringDirection.None, PeeringDirection.None)]
    public void A_direction_by_id_is_the_same_whichever_network_is_local(PeeringDirection direction, PeeringDirection flipped)
    {
        Assert.Equal(direction, Orientation.ById(direction, A, B));
        Assert.Equal(flipped, Orientation.ById(direction, B, A));
    }

    [Fact]
    public void No_member_of_a_pair_is_lost_on_the_way()
    {
        PeeringPair full = new();
        PropertyInfo[] members = typeof(PeeringPair).GetProperties();
        foreach (PropertyInfo member in members) member.SetValue(full, Sample(member.PropertyType));
        full.Local.VirtualNetworkId = A.Text;
        PeeringPair seen = Orientation.From(full, A);
        Assert.All(members, member => Assert.Equal(member.GetValue(full), member.GetValue(seen)));
    }

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "x";
        if (type == typeof(string[])) return new[] { "x" };
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch;
        return type.IsEnum ? Enum.GetValues(type).GetValue(1)! : Activator.CreateInstance(type)!;
    }
}
