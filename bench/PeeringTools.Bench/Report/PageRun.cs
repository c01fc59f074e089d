using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Report;

/// <summary>A page in a real browser, as <c>tests/browser</c> drives it.</summary>
internal static class PageRun
{
    private const double LimitMs = 100;

    /// <summary>Says what each act takes; where there is no node or no browser it says that instead.</summary>
    /// <exception cref="InvalidOperationException">The browser could not be driven; its error output says why.</exception>
    public static void Measure(Verdict verdict, string page)
    {
        ProcessStartInfo start = new("node", [BuiltFiles.Browser, page]) { RedirectStandardOutput = true };
        try
        {
            using Process node = Process.Start(start)!;
            string output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            if (node.ExitCode != 0) throw new InvalidOperationException($"node ended with {node.ExitCode}.");
            Report measured = JsonSerializer.Deserialize<Report>(output, JsonSerializerOptions.Web)!;
            if (measured.Skipped is not null) Verdict.Say("not measured", measured.Skipped);
            if (measured.OpenMs is { } open) Verdict.Say("until it can be used, ms", open.ToString("F0", System.Globalization.CultureInfo.InvariantCulture));
            foreach ((string act, double ms) in measured.Acts) verdict.AtMost(LimitMs, act + ", ms", ms, "F0");
        }
        catch (Win32Exception)
        {
            Verdict.Say("not measured", "node is not installed");
        }
    }

    private sealed record Report(string? Skipped, double? OpenMs, Dictionary<string, double> Acts);
}
