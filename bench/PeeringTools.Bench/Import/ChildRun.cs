using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PeeringTools.Bench.Import;

/// <summary>One fresh process: an open runspace, then an import and a script, each timed.</summary>
internal static class ChildRun
{
    public const string Switch = "--child";

    /// <summary>Prints the milliseconds of the import and of the script, and ends.</summary>
    public static int Measure(string module, string script)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        // The engine's own first command is not the module's cost.
        Invoke(runspace, "Get-Command -Name Import-Module");
        double import = Time(() => Invoke(runspace, $"Import-Module -Name '{module}' -ErrorAction Stop"));
        double first = script.Length == 0 ? 0 : Time(() => Invoke(runspace, script));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import:F1} {first:F1}"));
        return 0;
    }

    /// <summary>Starts this program again as such a process.</summary>
    public static (double Import, double Script) Start(string module, string script)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [Switch, module, script]) { RedirectStandardOutput = true };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        using Process child = Process.Start(start)!;
        string[] numbers = child.StandardOutput.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        if (child.ExitCode != 0 || numbers.Length != 2) throw new InvalidOperationException($"The child process ended with {child.ExitCode}.");
        return (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    private static void Invoke(Runspace runspace, string script)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error.FirstOrDefault()?.ToString());
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
