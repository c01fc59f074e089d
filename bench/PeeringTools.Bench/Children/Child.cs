using System.Diagnostics;
using System.Text.Json;

namespace PeeringTools.Bench.Children;

/// <summary>This program again, as a process of its own that does one task: its memory and its processor time are the task's alone.</summary>
internal static class Child
{
    /// <summary>Starts a child, hands it its task on standard input and reads what it measured from standard output.</summary>
    /// <exception cref="InvalidOperationException">The child failed; its error output says why.</exception>
    public static ChildResult Run<TTask>(string kind, TTask task)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [kind]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        using Process child = Process.Start(start)!;
        child.StandardInput.Write(JsonSerializer.Serialize(task));
        child.StandardInput.Close();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<ChildResult>(output)!
            : throw new InvalidOperationException($"The child process {kind} ended with {child.ExitCode}.");
    }

    /// <summary>The child's side.</summary>
    public static int Serve<TTask>(Func<TTask, ChildResult> work)
    {
        ChildResult result = work(JsonSerializer.Deserialize<TTask>(Console.In.ReadToEnd())!);
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }
}
