using System.Diagnostics;
using System.Reflection;

namespace PeeringTools.Lab.Server.Tests.Support;

/// <summary>A program run to its end, or for as long as a test needs it.</summary>
internal static class ChildProcess
{
    public static string Root => Metadata("Root");

    public static string Shell => Metadata("Shell");

    public static Process Start(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)>? environment = null, string? folder = null)
    {
        ProcessStartInfo info = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };
        foreach ((string name, string value) in environment ?? []) info.Environment[name] = value;
        return Process.Start(info)!;
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)>? environment = null, string? folder = null, string? input = null)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Process process = Start(program, arguments, environment, folder);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            Task<string> error = process.StandardError.ReadToEndAsync(cancel);
            if (input is not null) await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string Metadata(string key) =>
        typeof(ChildProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
