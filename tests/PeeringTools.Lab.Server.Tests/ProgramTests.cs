using System.Diagnostics;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>The program as a process of its own.</summary>
public sealed class ProgramTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PeeringTools.Lab.Server.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("signal")]
    [InlineData("input")]
    [InlineData("control")]
    public async Task It_says_one_line_when_it_answers_and_leaves_nothing_when_it_stops(string how)
    {
        using Process process = ChildProcess.Start("dotnet", [Program, "--estate", "empty", "--until-input-ends"]);
        try
        {
            JsonNode ready = JsonNode.Parse((await process.StandardOutput.ReadLineAsync(Cancel))!)!;
            Assert.Equal((true, process.Id), ((bool)ready["ready"]!, (int)ready["processId"]!));
            string pem = (string)ready["pem"]!;
            Assert.True(File.Exists(pem));
            using HttpClient http = new();
            http.DefaultRequestHeaders.Add("X-Lab-Key", (string)ready["controlKey"]!);
            string secrets = await http.GetStringAsync(new Uri(new Uri((string)ready["controlEndpoint"]!), "principals"), Cancel);
            string secret = (string)JsonNode.Parse(secrets)!["principals"]![0]!["clientSecret"]!;
            Assert.DoesNotContain(secret, ready.ToJsonString());
            if (how == "input") process.StandardInput.Close();
            else if (how == "control") (await http.PostAsync(new Uri(new Uri((string)ready["controlEndpoint"]!), "stop"), null, Cancel)).Dispose();
            else using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            Assert.Equal(0, process.ExitCode);
            Assert.Equal("", await process.StandardOutput.ReadToEndAsync(Cancel) + await process.StandardError.ReadToEndAsync(Cancel));
            Assert.False(Directory.Exists(Path.GetDirectoryName(pem)), "the folder of this run is gone");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Theory]
    [InlineData("There is no estate 'Moon'", "--estate", "Moon")]
    [InlineData("--port takes a number", "--port", "70000")]
    [InlineData("--pace takes instant or recorded", "--pace", "1")]
    [InlineData("There is no option --speed", "--speed", "1")]
    [InlineData("--latency is unknown or lacks its value", "--latency")]
    [InlineData("There is no file", "--path", "no-such-file.json")]
    public void What_is_no_option_is_said(string message, params string[] arguments)
    {
        FormatException problem = Assert.Throws<FormatException>(() => CommandLine.Parse(arguments));
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void Options_are_what_the_command_line_says()
    {
        ServerOptions options = CommandLine.Parse(["--estate", "large", "--networks", "7", "--latency", "40", "--jitter", "5", "--pace", "Recorded", "--page-size", "9", "--admit-any-subscription", "--rate-limits", "--no-compression", "--log"])!;
        Assert.Equal(
            new ServerOptions { Estate = "Large", Networks = 7, Latency = TimeSpan.FromMilliseconds(40), Jitter = TimeSpan.FromMilliseconds(5), Pace = LabPace.Recorded, PageSize = 9, AdmitAnySubscription = true, RateLimits = true, Compression = false, Log = true },
            options);
        Assert.Null(CommandLine.Parse(["--help"]));
        Assert.All(typeof(ServerOptions).GetProperties().Where(p => p.Name is not "EqualityContract" and not "Compression"), p => Assert.Contains("--" + string.Concat(p.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + c : c.ToString())).ToLowerInvariant(), CommandLine.Help));
    }
}
