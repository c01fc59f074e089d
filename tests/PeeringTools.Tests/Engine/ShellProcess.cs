using System.Diagnostics;

namespace PeeringTools.Tests.Engine;

/// <summary>
/// A process of its own: PeeringTools.Shell as it was built, running one script. What is loaded where can be claimed
/// only there, because assemblies never leave a process and all tests share theirs.
/// </summary>
internal sealed record ShellProcess(int ExitCode, string Output, string Errors)
{
    private static readonly string Program = Path.Combine(
        Repository.Root, "src", "PeeringTools.Shell", "bin", Repository.Configuration, "net10.0", "PeeringTools.Shell.dll");

    /// <summary>The lines of standard output, without empty ones.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs the shell with these arguments and no input.</summary>
    public static ShellProcess Run(params IEnumerable<string> arguments) => Start(arguments, input: "");

    /// <summary>Runs one command text with the module imported.</summary>
    public static ShellProcess RunCommand(string command) => Run("-c", command);

    /// <summary>The same, with variables a process can only be given at its start.</summary>
    public static ShellProcess RunCommand(string command, IReadOnlyDictionary<string, string> environment)
        => Finish(Begin(environment, "-c", command), input: "", command);

    /// <summary>Runs one command text in an engine where nothing was imported yet.</summary>
    public static ShellProcess RunBare(string command) => Run("-NoImport", "-c", command);

    /// <summary>Feeds lines to the prompt, as a pipe into the shell does.</summary>
    public static ShellProcess RunPrompt(string input) => Start([], input);

    /// <summary>The lines of a process that must have ended well.</summary>
    public IReadOnlyList<string> Clean()
    {
        Assert.True(ExitCode == 0 && Errors.Length == 0, $"exit {ExitCode}\n{Output}\n{Errors}");
        return Lines;
    }

    /// <summary>Starts the shell for a test that acts while it runs. The caller disposes it.</summary>
    public static Process Begin(params IEnumerable<string> arguments) => Begin(new Dictionary<string, string>(), arguments);

    private static Process Begin(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static ShellProcess Start(IEnumerable<string> arguments, string input) => Finish(Begin(arguments), input, string.Join(' ', arguments));

    private static ShellProcess Finish(Process started, string input, string what)
    {
        using var process = started;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            throw new TimeoutException($"The shell did not end: {what}");
        }

        return new ShellProcess(process.ExitCode, output.Result, errors.Result);
    }
}
