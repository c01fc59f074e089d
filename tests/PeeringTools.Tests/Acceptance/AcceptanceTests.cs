using System.Diagnostics;
using System.Reflection;

namespace PeeringTools.Tests.Acceptance;

/// <summary>
/// tests/Pester in a real PowerShell, which comes as a package. The other tests have only its engine: no Select-Object, no Export-Csv,
/// no jobs in processes, no prompt.
/// </summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void The_acceptance_suite_passes_in_PowerShell_and_skips_nothing()
    {
        string pester = Path.Combine(FolderOf("Pester"), "Pester.psd1"), build = Path.Combine(Repository.Root, "build.ps1");

        (int exitCode, string output) = Run($"Import-Module '{pester}'; & '{build}' Accept");

        Assert.True(exitCode == 0, output);
        Assert.Matches("Tests Passed: [1-9][0-9]+, Failed: 0, Skipped: 0, Inconclusive: 0, NotRun: 0", output);
    }

    private static (int ExitCode, string Output) Run(string command)
    {
        string shell = Path.Combine(FolderOf("PowerShell"), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
        ProcessStartInfo start = new("dotnet", [shell, "-NoProfile", "-NonInteractive", "-Command", command]) { RedirectStandardOutput = true };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        // About two minutes on two quiet cores. This is only here so that a suite that waits for something does not keep a build forever.
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The acceptance suite did not end: " + output.Result);
        }

        return (process.ExitCode, output.Result);
    }

    private static string FolderOf(string package) =>
        typeof(AcceptanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == package).Value!;
}
