using CsCheck;

namespace PeeringTools.Pairs;

public class PairAssemblerTests
{
    private const string Subscription = "abcdef00-0000-0000-0000-000000000001";

    [Fact]
    public void Three_fully_meshed_networks_give_exactly_three_couples_at_the_last_moment_each_can_be_known()
    {
        PairAssembler assembler = new();
        Assert.Empty(assembler.Accept(Network("a bc")));
        _ = Assert.Single(assembler.Accept(Network("b ac")));
        Assert.Equal(2, assembler.Accept(Network("c ab")).Count);
        Assert.Empty(assembler.TakeRemaining());
    }

    /// <summary>The estate as lists of sides, the order of arrival and the casing of every id are all random.</summary>
    [Fact]
    public void Whatever_the_mesh_the_order_and_the_casing_each_couple_is_given_once() =>
        (from count in Gen.Int[1, 9]
         from links in Gen.Bool.Array[count * count]
         from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
         from arriving in Gen.Int[0, count]
         from casing in Gen.Bool.Array[count * (count + 1)]
         select (count, links, order, arriving, casing))
        .Sample(estate =>
        {
            (int count, bool[] links, int[] order, int arriving, bool[] casing) = estate;
            bool Points(int from, int to) => from != to && links[(from * count) + to];
            PairAssembler assembler = new();
            List<string> given = [];
            foreach (int index in order.Take(arriving))
            {
                VirtualNetwork network = Network(
                    Cased(index, casing[index]),
                    Enumerable.Range(0, count).Where(to => Points(index, to)).Select(to => Cased(to, casing[(index * count) + count + to])));
                foreach ((PairEnd one, PairEnd other) in assembler.Accept(network))
                {
                    Assert.Equal(Points(IndexOf(one), IndexOf(other)), one.Side is not null);
                    Assert.Equal(Points(IndexOf(other), IndexOf(one)), other.Side is not null);
                    given.Add(Couple(IndexOf(one), IndexOf(other)));
                }
            }

            int[] came = [.. order.Take(arriving)];
            given.AddRange(assembler.TakeRemaining().Select(open =>
            {
                Assert.DoesNotContain(IndexOf(open.RemoteId!), came);
                return Couple(IndexOf(open.End), IndexOf(open.RemoteId!));
            }));
            IEnumerable<string> expected =
                from one in came
                from other in Enumerable.Range(0, count)
                where Points(one, other) || (Points(other, one) && came.Contains(other))
                select Couple(one, other);
            Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void A_side_keeps_the_text_it_was_read_with()
    {
        PairAssembler assembler = new();
        string loud = Network("A").Id.Text.ToUpperInvariant();
        PeeringSide[] sides = [new() { Exists = true, RemoteVirtualNetworkId = loud }, new() { Exists = true, RemoteVirtualNetworkId = loud + "/" }];

        _ = assembler.Accept(Network("a"));
        foreach (PeeringSide side in sides) _ = assembler.Accept(Network("b" + side.RemoteVirtualNetworkId.Length) with { Peerings = [side] });

        Assert.Equal([loud, loud + "/"], sides.Select(side => side.RemoteVirtualNetworkId));
        Assert.Empty(assembler.TakeRemaining());
    }

    [Fact]
    public void A_counterpart_that_points_elsewhere_makes_two_couples()
    {
        PairAssembler assembler = new();
        _ = assembler.Accept(Network("a b"));
        (PairEnd one, PairEnd other) = Assert.Single(assembler.Accept(Network("b c")));
        Assert.Equal(("a", true, "b", false), (one.Network!.Id.Name, one.Side is not null, other.Network!.Id.Name, other.Side is not null));
        Assert.Equal("c", Assert.Single(assembler.TakeRemaining()).RemoteId!.Name);
    }

    [Fact]
    public void A_network_that_comes_twice_counts_once()
    {
        PairAssembler assembler = new();
        _ = assembler.Accept(Network("a b"));
        _ = assembler.Accept(Network("b a"));
        Assert.Empty(assembler.Accept(Network("A b")));
        Assert.Empty(assembler.TakeRemaining());
        Assert.Equal(2, assembler.NetworksSeen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("/subscriptions/x")]
    [InlineData("/subscriptions/" + Subscription + "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/a")]
    public void A_side_that_points_to_nothing_or_to_itself_remains_with_the_reason(string remoteId)
    {
        PairAssembler assembler = new();
        VirtualNetwork network = Network("a");
        _ = assembler.Accept(network with { Peerings = [new PeeringSide { Exists = true, RemoteVirtualNetworkId = remoteId }] });
        OpenSide open = Assert.Single(assembler.TakeRemaining());
        Assert.Null(open.RemoteId);
        Assert.NotNull(open.Problem);
    }

    [Fact]
    public void What_was_handed_out_is_forgotten()
    {
        PairAssembler assembler = new();
        _ = assembler.Accept(Network("a b"));
        _ = Assert.Single(assembler.TakeRemaining());
        Assert.Empty(assembler.TakeRemaining());
    }

    /// <summary>The network's name, then the names it points to: <c>a bc</c>.</summary>
    private static VirtualNetwork Network(string text)
    {
        string[] parts = text.Split(' ');
        return Network(IdOf(parts[0]), parts.Length > 1 ? parts[1].Select(c => IdOf(c.ToString())) : []);
    }

    private static VirtualNetwork Network(string id, IEnumerable<string> remotes) => new()
    {
        Id = ResourceId.Parse(id),
        Peerings = [.. remotes.Select(remote => new PeeringSide { Exists = true, VirtualNetworkId = id, RemoteVirtualNetworkId = remote })],
    };

    private static string IdOf(string name) => ResourceId.ForVirtualNetwork(Subscription, "rg", name).Text;

    private static string Cased(int index, bool upper)
    {
        string id = IdOf(((char)('a' + index)).ToString());
        return upper ? id.ToUpperInvariant() : id;
    }

    private static int IndexOf(PairEnd end) => IndexOf(end.Network!.Id);

    private static int IndexOf(ResourceId id) => char.ToLowerInvariant(id.Name[0]) - 'a';

    private static string Couple(int one, int other) => $"{Math.Min(one, other)}-{Math.Max(one, other)}";
}
