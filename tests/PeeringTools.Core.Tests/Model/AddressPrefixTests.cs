using System.Net;
using CsCheck;

namespace PeeringTools.Model;

public class AddressPrefixTests
{
    private static readonly Gen<(bool IsIPv6, string Bits)> AnyPrefix =
        // Few address bits differ, so that nesting and meeting edges happen often; both families and every length occur.
        from isIPv6 in Gen.Bool
        from length in Gen.Int[0, isIPv6 ? 128 : 32]
        from bits in Gen.Frequency((3, Gen.Char['0', '1']), (7, Gen.Const('0'))).Array[length]
        select (isIPv6, new string(bits));

    [Fact]
    public void A_prefix_reads_back_as_the_same_bits() => AnyPrefix.Sample(p =>
    {
        AddressPrefix prefix = AddressPrefix.Parse(TextOf(p));
        Assert.Equal((p.IsIPv6, p.Bits.Length, prefix), (prefix.IsIPv6, prefix.Length, AddressPrefix.Parse(prefix.ToString())));
        Assert.Equal(p.Bits, BitsOf(prefix));
    });

    [Fact]
    public void Contains_says_what_the_bits_say() => Gen.Select(AnyPrefix, AnyPrefix).Sample((a, b) =>
        Assert.Equal(a.IsIPv6 == b.IsIPv6 && b.Bits.StartsWith(a.Bits, StringComparison.Ordinal), Parse(a).Contains(Parse(b))));

    [Fact]
    public void Overlaps_says_what_the_bits_say() => Gen.Select(AnyPrefix, AnyPrefix).Sample((a, b) =>
    {
        bool expected = a.IsIPv6 == b.IsIPv6
            && (b.Bits.StartsWith(a.Bits, StringComparison.Ordinal) || a.Bits.StartsWith(b.Bits, StringComparison.Ordinal));
        Assert.Equal((expected, expected), (Parse(a).Overlaps(Parse(b)), Parse(b).Overlaps(Parse(a))));
    });

    [Fact]
    public void Order_is_by_family_first_address_and_length() => Gen.Select(AnyPrefix, AnyPrefix).Sample((a, b) =>
    {
        int expected = (a.IsIPv6, a.Bits.PadRight(128, '0')).CompareTo((b.IsIPv6, b.Bits.PadRight(128, '0')));
        if (expected == 0) expected = a.Bits.Length.CompareTo(b.Bits.Length);
        Assert.Equal(Math.Sign(expected), Math.Sign(Parse(a).CompareTo(Parse(b))));
        Assert.Equal(expected == 0, Parse(a).Equals(Parse(b)));
        if (expected == 0) Assert.Equal(Parse(a).GetHashCode(), Parse(b).GetHashCode());
    });

    [Fact]
    public void Host_bits_are_cut_off() => Assert.Equal("10.1.0.0/16", AddressPrefix.Parse(" 10.1.2.3/16 ").ToString());

    [Fact]
    public void An_address_without_a_length_is_that_one_address() => Assert.Equal("fd00::1/128", AddressPrefix.Parse("fd00::1").ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.0.0.0/33")]
    [InlineData("fd00::/129")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.1/16")]
    [InlineData("10.0.0.256/8")]
    [InlineData("010.0.0.0/8")]
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("fe80::1%2/64")]
    [InlineData("[fd00::]/64")]
    [InlineData("VirtualNetwork")]
    public void What_is_no_prefix_is_refused(string? text)
    {
        Assert.False(AddressPrefix.TryParse(text, out _));
        _ = Assert.Throws<FormatException>(() => AddressPrefix.Parse(text!));
    }

    private static AddressPrefix Parse((bool IsIPv6, string Bits) p) => AddressPrefix.Parse(TextOf(p));

    private static string TextOf((bool IsIPv6, string Bits) p)
    {
        byte[] bytes = new byte[p.IsIPv6 ? 16 : 4];
        for (int i = 0; i < p.Bits.Length; i++)
        {
            if (p.Bits[i] == '1') bytes[i / 8] |= (byte)(128 >> (i % 8));
        }

        return $"{new IPAddress(bytes)}/{p.Bits.Length}";
    }

    private static string BitsOf(AddressPrefix prefix)
    {
        byte[] bytes = IPAddress.Parse(prefix.ToString().Split('/')[0]).GetAddressBytes();
        return string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')))[..prefix.Length];
    }
}
