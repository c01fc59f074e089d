namespace PeeringTools.Records;

public class SpansTests
{
    [Theory]
    [InlineData("30d", 30 * 24)]
    [InlineData(" 12H ", 12)]
    [InlineData("1.12:00:00", 36)]
    [InlineData("02:00", 2)]
    [InlineData("P30D", 30 * 24)]
    [InlineData("PT12H", 12)]
    [InlineData("P6W", 6 * 7 * 24)]
    [InlineData("p1dT90M", 25.5)]
    public void Days_hours_time_spans_and_iso_are_read(string text, double hours) => Assert.Equal(TimeSpan.FromHours(hours), Spans.Read(text));

    [Fact]
    public void A_time_span_is_taken_as_it_is() => Assert.Equal(TimeSpan.FromMinutes(5), Spans.Read(TimeSpan.FromMinutes(5)));

    [Theory]
    [InlineData("30")]
    [InlineData("1.5")]
    [InlineData(30)]
    [InlineData(1.5)]
    [InlineData(30L)]
    public void A_bare_number_is_refused_because_nobody_knows_its_unit(object value) =>
        Assert.Contains("no unit", Refusal(value), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30m")]
    [InlineData("P6M")]
    [InlineData("P1Y")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("99999999999d")]
    [InlineData("-30d")]
    public void What_is_no_span_of_fixed_length_is_refused(string? text) =>
        Assert.Contains("not a time span", Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("0d")]
    [InlineData("PT0S")]
    [InlineData("-1.00:00:00")]
    public void Nothing_and_less_are_refused(string text) => Assert.Contains("longer than nothing", Refusal(text), StringComparison.Ordinal);

    private static string Refusal(object? value)
    {
        PeeringError error = Assert.Throws<PeeringException>(() => Spans.Read(value)).Error;
        Assert.Equal(nameof(Errors.InvalidInput), error.Id);
        return error.Message;
    }
}
