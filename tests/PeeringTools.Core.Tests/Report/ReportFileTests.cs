using PeeringTools.Inventory;
using PeeringTools.Topology;

namespace PeeringTools.Report;

public sealed class ReportFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.HTM")]
    public void A_report_is_one_file_and_nothing_beside_it(string name)
    {
        ReportFile.Write(_folder[name], Sheet.Plain(Town.Pair("a", "b")), replace: false);
        Assert.Equal([name], _folder.Names);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_folder[name]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", nameof(Errors.InvalidInput))]
    [InlineData("a", nameof(Errors.InvalidInput))]
    [InlineData("there.html", nameof(Errors.FileExists))]
    [InlineData("no/a.html", nameof(Errors.FileNotAccessible))]
    public void What_cannot_be_written_is_said_before_anything_is_read(string name, string id)
    {
        _folder.Put("there.html", "mine");
        Assert.Equal(id, Assert.Throws<PeeringException>(() => ReportFile.RequireRoom(_folder[name], replace: false)).Error.Id);
    }

    [Fact]
    public void What_was_there_stays_whole_until_the_new_page_is()
    {
        _folder.Put("a.html", "mine");
        ReportContent content = Sheet.Plain(Town.Pair("a", "b"));
        Assert.Throws<KeyNotFoundException>(() => ReportFile.Write(_folder["a.html"], content with { Topology = new PeeringTopology { Links = content.Topology.Links } }, replace: true));
        Assert.Equal("mine", File.ReadAllText(_folder["a.html"]));
        Assert.Single(_folder.Names);

        ReportFile.Write(_folder["a.html"], content, replace: true);
        Assert.Contains("</html>", File.ReadAllText(_folder["a.html"]), StringComparison.Ordinal);
        Assert.Single(_folder.Names);
    }
}
