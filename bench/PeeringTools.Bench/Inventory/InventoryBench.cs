using System.Globalization;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Inventory;

/// <summary>
/// What an inventory costs over its floor: the same pages fetched with the same parallelism and thrown away. Medians; floor, module
/// and the work on its pages take turns, so that a busy minute of the machine touches all of them.
/// </summary>
internal static class InventoryBench
{
    /// <summary>100 subscriptions of 100 networks each, with bodies of 60 KB.</summary>
    public static readonly Shape Full = new(Subscriptions: 100, Networks: 10_000, Hubs: 25, IpConfigurations: 350);

    private const int LatencyMs = 40;
    private const int ServerWarming = 3;
    private const int SessionWarming = 5;
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
        using (PageWork work = PageWork.Of(server, shape, Source.ResourceManager)) Measure(server, shape, Source.ResourceManager, rounds, work, verdict);
        Measure(server, shape, Source.ResourceGraph, rounds, null, verdict);
        return verdict.ExitCode;
    }

    private static void Measure(ServerProcess server, Shape shape, Source source, int rounds, PageWork? work, Verdict verdict)
    {
        // The server too writes its first answers anew and compiles its code.
        for (int warming = 0; warming < ServerWarming; warming++) _ = InventoryRun.Floor(server, shape, source);
        InventoryRun first = InventoryRun.Module(server, source, readingsBefore: 0);
        List<InventoryRun> floors = [];
        List<InventoryRun> runs = [];
        List<(double CpuMs, int Pairs)> works = [];
        for (int round = 0; round < rounds; round++)
        {
            floors.Add(InventoryRun.Floor(server, shape, source));
            runs.Add(InventoryRun.Module(server, source, SessionWarming));
            if (work is not null) works.Add(work.Measure());
        }

        Verdict.Title(source.Name);
        Verdict.Say("floor", Numbers.Seconds(Numbers.Median(floors.Select(run => run.Child.WallMs))));
        Verdict.Say("floor, requests", Text(floors[0].Requests));
        Verdict.Say("floor, bytes", Numbers.Megabytes(double.Parse(floors[0].Child.Output[1], CultureInfo.InvariantCulture)));
        Verdict.Say("inventory, the first of a session", Numbers.Seconds(first.Child.WallMs));
        Verdict.Say("inventory", Numbers.Seconds(Numbers.Median(runs.Select(run => run.Child.WallMs))));
        Verdict.Say("inventory, requests", Text((int)Numbers.Median(runs.Select(run => (double)run.Requests))));
        verdict.Must(runs.TrueForAll(run => run.Child.Output is [string pairs, string sides] && pairs == Text(shape.Pairs) && sides == Text(shape.Sides)),
            "pairs and sides", string.Join("/", runs[^1].Child.Output));
        verdict.AtMost(WallLimit, "wall, ratio to the floor", Numbers.Median(runs.Zip(floors, (run, floor) => run.Child.WallMs / floor.Child.WallMs)));
        verdict.AtMost(RequestLimit, "requests, ratio to the floor", Numbers.Median(runs.Zip(floors, (run, floor) => (double)run.Requests / floor.Requests)));
        Verdict.Say("all processor time over the floor's", Numbers.Seconds(
            Numbers.Median(runs.Zip(floors, (run, floor) => run.Child.CpuMs - floor.Child.CpuMs))));
        verdict.SizeAtMost(MemoryLimit, "peak memory of the whole process", runs.Max(run => run.Child.PeakBytes));
        if (works.Count == 0) return;
        verdict.Must(works.TrueForAll(one => one.Pairs == shape.Pairs), "pairs of the same pages, without wire or PowerShell", Text(works[^1].Pairs));
        verdict.AtMost(CpuLimit, "parsing and pairing them, share of wall", Numbers.Median(runs.Zip(works, (run, one) => one.CpuMs / run.Child.WallMs)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
