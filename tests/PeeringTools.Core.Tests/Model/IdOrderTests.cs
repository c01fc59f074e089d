using CsCheck;

namespace PeeringTools.Model;

public class IdOrderTests
{
    private static readonly Gen<string> AnyId = Gen.String[Gen.Char["abcXYZ019/-_."], 1, 60];

    [Fact]
    public void Ids_stand_in_the_order_of_their_lower_case_texts() => Gen.Select(AnyId, AnyId).Sample((a, b) =>
    {
        int expected = Math.Sign(string.CompareOrdinal(a.ToLowerInvariant(), b.ToLowerInvariant()));
        Assert.Equal(expected, Math.Sign(IdOrder.Instance.Compare(a, b)));
        Assert.Equal(expected <= 0, IdOrder.IsInOrder(a, b));
    });

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, "/a", -1)]
    [InlineData("/a", null, 1)]
    public void No_id_comes_before_any(string? one, string? other, int expected) => Assert.Equal(expected, IdOrder.Instance.Compare(one, other));
}
