using CsCheck;

namespace PeeringTools.Model;

public class PairIdTests
{
    private static readonly Gen<string> AnyId = Gen.String[Gen.Char["abcXYZ019/-_."], 1, 60];

    [Fact]
    public void The_order_and_casing_of_the_two_ids_make_no_difference() => Gen.Select(AnyId, AnyId).Sample((a, b) =>
        Assert.Equal(PairId.Of(a, b), PairId.Of(b.ToUpperInvariant(), a.ToLowerInvariant())));

    [Fact]
    public void Another_couple_has_another_id() => Gen.Select(AnyId, AnyId, AnyId)
        .Where((_, b, c) => !string.Equals(b, c, StringComparison.OrdinalIgnoreCase))
        .Sample((a, b, c) => Assert.NotEqual(PairId.Of(a, b), PairId.Of(a, c)));

    [Fact]
    public void It_is_the_documented_hash() =>
        // printf '%s\n%s' /a /b | sha256sum
        Assert.Equal("920e11363833", PairId.Of("/B", "/a"));
}
