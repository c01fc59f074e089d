using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PeeringTools.Tests.Report;

/// <summary>
/// Reports in a real browser, as <c>tests/browser</c> holds them: opened from a disk, searched, sorted, clicked, read by axe-core. Skipped
/// where node, a Chromium or the packages of that folder are not installed; <c>npm ci</c> there brings the last.
/// </summary>
public sealed class BrowserTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "browser");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.test.mjs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task In_a_browser_a_report_does_what_it_should(string file)
    {
        Assert.SkipUnless(Finds("node"), "node is not installed.");
        (_, string whyNot) = await NodeAsync("--input-type=module", "-e", "import { whySkipped } from './support/browser.mjs'; console.log(whySkipped || '');");
        Assert.SkipWhen(whyNot.Length > 0, whyNot);

        (int code, string said) = await NodeAsync("--test", "--test-reporter=tap", file);

        Assert.True(code == 0, said);
        Assert.Matches("(?m)^# pass [1-9]", said);
        Assert.Equal(2, Regex.Count(said, "(?m)^# (cancelled|skipped) 0$"));
    }

    private static bool Finds(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static async Task<(int Code, string Said)> NodeAsync(params string[] arguments)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        ProcessStartInfo start = new("node", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONFIGURATION"] = Repository.Configuration;
        using Process node = Process.Start(start)!;
        try
        {
            Task<string> output = node.StandardOutput.ReadToEndAsync(cancel);
            Task<string> errors = node.StandardError.ReadToEndAsync(cancel);
            await node.WaitForExitAsync(cancel);
            string said = await output + (node.ExitCode == 0 ? "" : await errors);
            return (node.ExitCode, said.TrimEnd());
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }
}
