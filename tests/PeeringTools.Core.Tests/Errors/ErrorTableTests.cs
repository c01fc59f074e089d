namespace PeeringTools.Core.Tests.Errors;

public sealed class ErrorTableTests
{
    /// <summary>Set PEERINGTOOLS_WRITE_DOCS=1 to write the page instead of comparing it.</summary>
    [Fact]
    public void The_error_page_says_what_the_errors_say()
    {
        string path = Path.Combine(Repository.Root, "docs", "errors.md");
        if (Environment.GetEnvironmentVariable("PEERINGTOOLS_WRITE_DOCS") == "1") File.WriteAllText(path, ErrorTable.Write());
        Assert.Equal(ErrorTable.Write(), File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
