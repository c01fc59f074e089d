using System.Diagnostics;
using System.Globalization;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Shell;

/// <summary>Ctrl+C, which for a process is the signal SIGINT.</summary>
public sealed class InterruptTests
{
    [Fact]
    public void An_interrupt_stops_the_pipeline_and_its_finally_blocks_run()
    {
        Assert.SkipUnless(File.Exists("/proc/self/status"), "Sends SIGINT, and reads /proc to know that it arrives.");
        Assert.SkipWhen(InterruptsAreIgnored(), "Whoever started these tests ignores SIGINT, and children inherit that.");
        using var left = new TemporaryScript("");

        using var process = ShellProcess.Begin("-c", $$"""
            try { 'started'; while ($true) { [Threading.Thread]::Sleep(20) } } finally { [IO.File]::WriteAllText('{{left.Path}}', 'cleaned') }
            """);
        Assert.Equal("started", process.StandardOutput.ReadLine());
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("cleaned", File.ReadAllText(left.Path));
    }

    private static bool InterruptsAreIgnored()
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..].Trim();
        const ulong Interrupt = 1 << (2 - 1);
        return (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
