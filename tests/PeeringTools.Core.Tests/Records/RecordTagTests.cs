using CsCheck;

namespace PeeringTools.Records;

public class RecordTagTests
{
    private static readonly DateTimeOffset Expires = new(2026, 12, 31, 23, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Created = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_record_is_written_as_the_documented_line() => Assert.Equal(
        "pair=0123456789ab;expires=2026-12-31T23:59:59Z;owner=net team;ticket=CHG-1;created=2026-11-23T08:00:00Z;parked=B",
        RecordTag.Format(new PeeringRecord
        {
            PairId = "0123456789ab",
            Expires = Expires.ToOffset(TimeSpan.FromHours(2)),
            Owner = "net team",
            Ticket = "CHG-1",
            Created = Created,
            Parked = PeeringDirection.Both,
        }));

    [Fact]
    public void The_three_signs_of_the_format_are_escaped_and_come_back()
    {
        PeeringRecord record = new() { PairId = "0123456789ab", Owner = "a=b;c%d%3B" };
        string value = RecordTag.Format(record);
        Assert.Equal("pair=0123456789ab;owner=a%3Db%3Bc%25d%253B", value);
        Assert.True(RecordTag.TryParse(value, out PeeringRecord? read));
        Assert.Equal(record, read);
    }

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        (from owner in Gen.String[Gen.Char, 1, 12]
         from ticket in Gen.String[Gen.Char["CHG-=;%0123é"], 0, 12]
         from seconds in Gen.Int[0, 1_000_000_000]
         from direction in Gen.Enum<PeeringDirection>()
         select new PeeringRecord { PairId = "0123456789ab", Owner = owner, Ticket = ticket.Length > 0 ? ticket : null, Expires = Created.AddSeconds(seconds), Parked = direction == PeeringDirection.None ? null : direction })
        .Sample(record =>
        {
            Assert.True(RecordTag.TryParse(RecordTag.Format(record), out PeeringRecord? read));
            Assert.Equal(record, read);
        });

    [Theory]
    [InlineData("")]
    [InlineData("owner=me")]
    [InlineData("pair=")]
    [InlineData("pair")]
    [InlineData("pair=a;pair=b")]
    [InlineData("pair=a;expires=tomorrow")]
    [InlineData("pair=a;expires=2026-12-31")]
    [InlineData("pair=a;created=")]
    [InlineData("pair=a;parked=X")]
    [InlineData("pair=a;owner=50%")]
    [InlineData("pair=a;owner=%zz")]
    [InlineData("pair=a;owner=b=c")]
    [InlineData("pair=a; ;owner=b")]
    [InlineData("expires 2026-12-31")]
    public void A_mangled_value_is_no_record(string value) => Assert.False(RecordTag.TryParse(value, out _));

    [Fact]
    public void Keys_of_a_later_version_are_passed_over() => Assert.True(RecordTag.TryParse("pair=a;colour=blue", out _));

    [Fact]
    public void Two_hundred_and_fifty_six_characters_fit_and_one_more_is_refused()
    {
        int room = RecordTag.MaximumLength - "pair=0123456789ab;owner=".Length;
        PeeringRecord record = new() { PairId = "0123456789ab", Owner = new string('x', room) };
        Assert.Equal(RecordTag.MaximumLength, RecordTag.Format(record).Length);
        PeeringException refused = Assert.Throws<PeeringException>(() => RecordTag.Format(record with { Owner = record.Owner + "x" }));
        Assert.Equal(nameof(Errors.RecordTooLong), refused.Error.Id);
        Assert.Contains("257", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tag_is_named_after_the_peering() => Assert.Equal("PeeringTools:peer-a", RecordTag.NameOf("peer-a"));

    [Theory]
    [InlineData("a<b")]
    [InlineData("a>b")]
    [InlineData("a%b")]
    [InlineData("a&b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a/b")]
    public void A_name_that_no_tag_may_have_is_refused(string name) =>
        Assert.Equal(nameof(Errors.RecordNameForbidden), Assert.Throws<PeeringException>(() => RecordTag.NameOf(name)).Error.Id);
}
