using Microsoft.Extensions.Time.Testing;

namespace PeeringTools.Records;

public class InstantsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2026-12-31", "2026-12-31T23:59:59Z")]
    [InlineData("2026-11-23", "2026-11-23T23:59:59Z")]
    [InlineData("9999-12-31", "9999-12-31T23:59:59Z")]
    [InlineData("2026-12-31T18:00", "2026-12-31T18:00:00Z")]
    [InlineData("2026-12-31T18:00:30Z", "2026-12-31T18:00:30Z")]
    [InlineData("2026-12-31T18:00:30.9876Z", "2026-12-31T18:00:30Z")]
    [InlineData("2026-12-31T18:00:00+02:00", "2026-12-31T16:00:00Z")]
    public void Dates_are_read_and_said_back_in_utc(string text, string said) =>
        Assert.Equal(said, Instants.Say(Instants.ReadFuture(text, _clock)));

    [Fact]
    public void A_date_of_dotnet_is_brought_to_utc()
    {
        DateTime local = new DateTime(2026, 12, 31, 18, 0, 0, DateTimeKind.Utc).ToLocalTime();
        Assert.Equal("2026-12-31T18:00:00Z", Instants.Say(Instants.ReadFuture(local, _clock)));
        Assert.Equal("2026-12-31T16:00:00Z", Instants.Say(Instants.ReadFuture(new DateTimeOffset(2026, 12, 31, 18, 0, 0, TimeSpan.FromHours(2)), _clock)));
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T13:00:00+02:00")]
    public void The_past_and_this_very_moment_are_refused(string text) => Assert.Contains("past", this.Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31.12.2026")]
    [InlineData("12/31/2026")]
    [InlineData("2026-13-01")]
    [InlineData("tomorrow")]
    [InlineData(20261231)]
    public void What_is_not_iso_8601_is_refused(object? value) => Assert.Contains("not a date", this.Refusal(value), StringComparison.Ordinal);

    private string Refusal(object? value)
    {
        PeeringError error = Assert.Throws<PeeringException>(() => Instants.ReadFuture(value, _clock)).Error;
        Assert.Equal(nameof(Errors.InvalidInput), error.Id);
        return error.Message;
    }
}
