using System.Diagnostics;
using System.Globalization;

namespace PeeringTools.Bench.Import;

/// <summary>A PowerShell that is installed on this machine; the same measurement, by its own clock.</summary>
internal static class RealPowerShell
{
    /// <summary>Its version; null where none is installed.</summary>
    public static string? FindVersion()
    {
        try
        {
            return "pwsh " + Ask("\"$($PSVersionTable.PSVersion)\"").Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public static (double Import, double Script) Start(string module, string script)
    {
        string answer = Ask($$"""
            $null = Get-Command -Name Import-Module
            $w = [Diagnostics.Stopwatch]::StartNew(); Import-Module -Name '{{module}}' -ErrorAction Stop; $a = $w.Elapsed.TotalMilliseconds
            $w.Restart(); {{script}}; $b = $w.Elapsed.TotalMilliseconds
            [string]::Format([cultureinfo]::InvariantCulture, '{0:F1} {1:F1}', $a, $b)
            """);
        string[] numbers = answer.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(numbers[^2], CultureInfo.InvariantCulture), double.Parse(numbers[^1], CultureInfo.InvariantCulture));
    }

    private static string Ask(string command)
    {
        ProcessStartInfo start = new("pwsh", ["-NoProfile", "-NonInteractive", "-Command", command]) { RedirectStandardOutput = true };
        using Process pwsh = Process.Start(start)!;
        string answer = pwsh.StandardOutput.ReadToEnd();
        pwsh.WaitForExit();
        return pwsh.ExitCode == 0 ? answer : throw new InvalidOperationException($"pwsh ended with {pwsh.ExitCode}.");
    }
}
