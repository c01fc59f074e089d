namespace PeeringTools.Lab.Tests.Recordings;

/// <summary>The Lab is asked what real clients asked real Azure, and must answer what Azure answered.</summary>
public sealed class RecordedSessionsTests(ITestOutputHelper output)
{
    private static readonly string NewLine = Environment.NewLine;

    public static TheoryData<string> Recordings => [.. Recording.All];

    [Theory, MemberData(nameof(Recordings))]
    public async Task The_lab_answers_as_azure_did_but_for_the_listed_differences(string recording)
    {
        ReplayReport report = await ReplayAsync(recording);

        string[] unlisted =
        [
            .. report.Differences
                .Where(found => !DeliberateDifferences.Cover(recording, found))
                .GroupBy(found => found.Request, (request, found) => string.Join(NewLine, [request, .. found])),
        ];
        None(unlisted);
    }

    [Theory, MemberData(nameof(Recordings))]
    public async Task Every_listed_difference_still_differs(string recording)
    {
        ReplayReport report = await ReplayAsync(recording);

        None([.. DeliberateDifferences.NoLongerDiffering(recording, report.Differences)]);
    }

    [Theory, MemberData(nameof(Recordings))]
    public async Task What_is_not_compared_is_listed_with_its_reason_and_count(string recording)
    {
        ReplayReport report = await ReplayAsync(recording);

        Assert.Equal(OutsideTheComparison.Of(recording).Order(), report.Outside.Order());
    }

    [Fact]
    public async Task Every_member_that_is_never_compared_still_occurs()
    {
        ReplayReport[] reports = await Task.WhenAll(Recording.All.Select(ReplayAsync));

        Assert.Equal(
            MembersNotCompared.Rows.Select(row => row.Reason).Order(),
            reports.SelectMany(report => report.LeftOut).Distinct().Order());
    }

    [Fact]
    public void Every_file_of_the_folder_is_replayed_and_every_table_row_names_one()
    {
        string[] files = [.. Directory.EnumerateFiles(RecordingsFolder.OrSkip(), "*.json").Select(Path.GetFileNameWithoutExtension).Order()!];

        Assert.Equal(files, Recording.All.Order());
        Assert.Subset(new HashSet<string>(files), new HashSet<string>(DeliberateDifferences.Rows.Select(row => row.Recording)));
        Assert.Subset(new HashSet<string>(files), new HashSet<string>(OutsideTheComparison.Rows.Select(row => row.Recording)));
    }

    /// <summary>Fails with all lines in full; Assert.Empty would cut them.</summary>
    private static void None(string[] lines) => Assert.True(lines.Length == 0, NewLine + string.Join(NewLine, lines));

    private async Task<ReplayReport> ReplayAsync(string recording)
    {
        ReplayReport report = await Replay.RunAsync(
            Recording.Load(RecordingsFolder.OrSkip(), recording), TestContext.Current.CancellationToken);
        output.WriteLine($"{recording}: {report.Sent} requests sent, {report.Members} members compared, {report.Differences.Count} differ.");
        return report;
    }
}
