using System.Globalization;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Inventory;

/// <summary>
/// What an inventory costs over its floor: the same pages fetched with the same parallelism and thrown away. Medians; floor and
/// module take turns, so that a busy minute of the machine touches both.
/// </summary>
internal static class InventoryBench
{
    /// <summary>100 subscriptions of 100 networks each, with bodies of 60 KB.</summary>
    public static readonly Shape Full = new(Subscriptions: 100, Networks: 10_000, Hubs: 25, IpConfigurations: 350);

    private const int LatencyMs = 40;
    private const double WallLimit = 1.3;
    private const double RequestLimit = 1.2;
    private const double CpuLimit = 0.25;
    private const double MemoryLimit = 350_000_000;

    public static int Run(Shape shape, int rounds)
    {
        using EstateFile estate = new(shape);
        using ServerProcess server = ServerProcess.Start("--path", estate.Path, "--latency", LatencyMs.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine($"{shape.Subscriptions} subscriptions, {shape.Networks} networks, {shape.Pairs} pairs, {LatencyMs} ms latency, median of {rounds}");
        Verdict verdict = new();
        foreach (Source source in (Source[])[Source.ResourceManager, Source.ResourceGraph]) Measure(server, shape, source, rounds, verdict);
        return verdict.ExitCode;
    }

    private static void Measure(ServerProcess server, Shape shape, Source source, int rounds, Verdict verdict)
    {
        // The first answer of each network is written anew by the server; those after it are copied.
        _ = InventoryRun.Floor(server, shape, source);
        List<InventoryRun> floors = [];
        List<InventoryRun> runs = [];
        for (int round = 0; round < rounds; round++)
        {
            floors.Add(InventoryRun.Floor(server, shape, source));
            runs.Add(InventoryRun.Module(server, source));
        }

        double floorWall = Numbers.Median(floors.Select(run => run.Child.WallMs));
        double wall = Numbers.Median(runs.Select(run => run.Child.WallMs));
        double ownCpu = Numbers.Median(runs.Zip(floors, (run, floor) => (run.Child.CpuMs - floor.Child.CpuMs) / run.Child.WallMs));
        Verdict.Title(source.Name);
        Verdict.Say("floor", $"{Numbers.Seconds(floorWall)}");
        Verdict.Say("floor, requests", floors[0].Requests.ToString(CultureInfo.InvariantCulture));
        Verdict.Say("floor, bytes", Numbers.Megabytes(double.Parse(floors[0].Child.Output[1], CultureInfo.InvariantCulture)));
        Verdict.Say("inventory", Numbers.Seconds(wall));
        Verdict.Say("inventory, requests", Numbers.Median(runs.Select(run => (double)run.Requests)).ToString("F0", CultureInfo.InvariantCulture));
        verdict.Must(runs.TrueForAll(run => run.Child.Output is [string pairs, string sides] && pairs == Text(shape.Pairs) && sides == Text(shape.Sides)),
            "pairs and sides", string.Join("/", runs[^1].Child.Output));
        verdict.AtMost(WallLimit, "wall, ratio to the floor", Numbers.Median(runs.Zip(floors, (run, floor) => run.Child.WallMs / floor.Child.WallMs)));
        verdict.AtMost(RequestLimit, "requests, ratio to the floor", Numbers.Median(runs.Zip(floors, (run, floor) => (double)run.Requests / floor.Requests)));
        verdict.AtMost(CpuLimit, "processor time over the floor, share of wall", ownCpu);
        verdict.SizeAtMost(MemoryLimit, "peak memory of the whole process", runs.Max(run => run.Child.PeakBytes));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
