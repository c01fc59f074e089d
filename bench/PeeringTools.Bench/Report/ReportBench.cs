using System.Globalization;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Report;

/// <summary>
/// What a report of everything costs, read live with its surroundings and held against every rule, and how quick its page is. Its memory
/// is what the session has at its most over a session that signed in and read one network.
/// </summary>
internal static class ReportBench
{
    public static readonly Shape Full = new(Subscriptions: 10, Networks: 1010, Hubs: 20, IpConfigurations: 0, HubsPerSpoke: 2);

    /// <summary>10,000 pairs, for the page alone.</summary>
    public static readonly Shape Large = Full with { Networks = 5010 };

    private const double TimeLimitMs = 5000;
    private const double MemoryLimit = 200_000_000;

    public static int Run(int rounds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("peeringtools-bench-");
        try
        {
            Verdict verdict = new();
            Export(verdict, Path.Combine(folder.FullName, "report.html"), rounds);
            Page(verdict, Full, Path.Combine(folder.FullName, "report.html"));
            string large = Path.Combine(folder.FullName, "large.html");
            using (ServerProcess server = Serve(Large, out EstateFile estate))
            using (estate) _ = Export(server, Large, large);
            Page(verdict, Large, large);
            return verdict.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Export(Verdict verdict, string page, int rounds)
    {
        using ServerProcess server = Serve(Full, out EstateFile estate);
        using EstateFile served = estate;
        List<ChildResult> floors = [];
        List<ChildResult> reports = [];
        for (int round = 0; round < rounds; round++)
        {
            floors.Add(EngineChild.Run(new EngineTask(BuiltFiles.Module, Prepare(server, Full), "")));
            reports.Add(Export(server, Full, page));
        }

        Verdict.Title($"A report of {Full.Networks} networks and {Full.Pairs} pairs, median of {rounds}");
        verdict.Must(reports.TrueForAll(report => report.Output is [string networks, string pairs] && networks == Text(Full.Networks) && pairs == Text(Full.Pairs)),
            "networks and pairs", string.Join("/", reports[^1].Output));
        verdict.AtMost(TimeLimitMs, "time, ms", Numbers.Median(reports.Select(report => report.WallMs)), "F0");
        verdict.SizeAtMost(MemoryLimit, "memory over a session that only signed in", Numbers.Median(reports.Zip(floors, (report, floor) => (double)report.PeakBytes - floor.PeakBytes)));
        Verdict.Say("the page", Numbers.Megabytes(new FileInfo(page).Length));
    }

    private static void Page(Verdict verdict, Shape shape, string page)
    {
        Verdict.Title($"What people wait for in the page of {shape.Pairs} pairs");
        PageRun.Measure(verdict, page);
    }

    private static ServerProcess Serve(Shape shape, out EstateFile estate)
    {
        estate = new EstateFile(shape);
        return ServerProcess.Start("--path", estate.Path);
    }

    private static ChildResult Export(ServerProcess server, Shape shape, string page) => EngineChild.Run(new EngineTask(
        BuiltFiles.Module, Prepare(server, shape), $"$report = Export-PeeringReport '{page}' -Force -PassThru; $report.Networks; $report.Pairs"));

    private static string Prepare(ServerProcess server, Shape shape) => $"{server.ConnectScript()}\n$null = Get-PeeringPair '{shape.IdOf(shape.Hubs)}'";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
