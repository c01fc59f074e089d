using CsCheck;

namespace PeeringTools.Addresses;

/// <summary>Free space and overlaps, held against what a child would do with all addresses of a small range.</summary>
public class AddressTests
{
    private static readonly AddressPrefix Range = AddressPrefix.Parse("10.0.0.0/24");

    /// <summary>Any prefix of the range, and now and then one around it.</summary>
    private static readonly Gen<AddressPrefix> AnyPrefix =
        from length in Gen.Int[22, 32]
        from host in Gen.Int[0, 255]
        select AddressPrefix.Parse($"10.0.0.{host}/{length}");

    [Fact]
    public void Halves_are_disjoint_and_make_up_the_whole() => Gen.Select(Gen.Int[0, 127], Gen.Byte.Array[16]).Sample((length, bytes) =>
    {
        AddressPrefix whole = AddressPrefix.Parse($"{new System.Net.IPAddress(bytes)}/{length}");
        (AddressPrefix lower, AddressPrefix upper) = whole.Halves();
        Assert.True(whole.Contains(lower) && whole.Contains(upper) && !lower.Overlaps(upper) && lower.CompareTo(upper) < 0);
        Assert.Equal(length + 1, lower.Length);
    });

    [Fact]
    public void Free_are_exactly_the_aligned_prefixes_that_touch_nothing() => Gen.Select(AnyPrefix.Array[0, 6], Gen.Int[24, 30]).Sample((used, length) =>
    {
        IEnumerable<AddressPrefix> every = Enumerable.Range(0, 1 << (length - 24)).Select(i => AddressPrefix.Parse($"10.0.0.{i << (32 - length)}/{length}"));
        Assert.Equal(every.Where(one => !used.Any(one.Overlaps)), new UsedSpace(used).Free(Range, length));
    });

    [Fact]
    public void An_IPv6_range_is_searched_without_counting_through_it()
    {
        UsedSpace used = new([AddressPrefix.Parse("fd00::/64"), AddressPrefix.Parse("fd00:0:0:2::/64"), AddressPrefix.Parse("10.0.0.0/8")]);
        Assert.Equal(["fd00:0:0:1::/64", "fd00:0:0:3::/64"], used.Free(AddressPrefix.Parse("fd00::/16"), 64).Take(2).Select(prefix => prefix.ToString()));
    }

    [Fact]
    public void A_length_shorter_than_the_range_is_nowhere() => Assert.Empty(new UsedSpace([]).Free(Range, 23));

    [Fact]
    public void Overlaps_are_exactly_the_couples_of_different_networks_that_share_addresses() => AnyPrefix.Array[1, 3].Array[2, 5].Sample(spaces =>
    {
        VirtualNetwork[] networks = [.. spaces.Select((prefixes, i) => Network(i, prefixes.Distinct()))];
        string[] naive =
        [
            .. from a in networks
               from b in networks
               where string.CompareOrdinal(a.Id.Text, b.Id.Text) < 0
               from p in a.AddressPrefixes
               from q in b.AddressPrefixes
               where AddressPrefix.Parse(p).Overlaps(AddressPrefix.Parse(q))
               select Couple(a.Id.Text, p, b.Id.Text, q),
        ];
        Assert.Equal(naive.Order(), OverlapSearch.Find(networks)
            .Select(found => Couple(found.VirtualNetworkId, found.AddressPrefix, found.OtherVirtualNetworkId, found.OtherAddressPrefix)).Order());
    });

    private static string Couple(string a, string p, string b, string q) => string.CompareOrdinal(a, b) < 0 ? $"{a} {p} {b} {q}" : $"{b} {q} {a} {p}";

    private static VirtualNetwork Network(int number, IEnumerable<AddressPrefix> prefixes) => new()
    {
        Id = ResourceId.ForVirtualNetwork("00000000-0000-0000-0000-000000000001", "rg", "vnet" + number),
        AddressPrefixes = [.. prefixes.Select(prefix => prefix.ToString())],
    };
}
