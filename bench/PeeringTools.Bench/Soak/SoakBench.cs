using System.Text.Json.Nodes;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Soak;

/// <summary>
/// Random commands of four runspaces of one process, for minutes, while one request of twenty goes wrong. In the end the server's
/// ledger, the pairs themselves and the process must all be in order.
/// </summary>
internal static class SoakBench
{
    private const int Runspaces = 4;
    private const double HeapGrowth = 10_000_000;
    private const double HandleGrowth = 25;

    private static readonly Shape Shape = new(Subscriptions: 4, Networks: 44, Hubs: 4, IpConfigurations: 0);

    public static int Run(int minutes, int seed = 4711)
    {
        using EstateFile estate = new(Shape);
        using ServerProcess server = ServerProcess.Start("--path", estate.Path, "--latency", "5", "--jitter", "10");
        Console.WriteLine($"{minutes} minutes, {Runspaces} runspaces, seed {seed}");
        Couple[][] couples = [.. Enumerable.Range(0, Runspaces).Select(CouplesOf)];
        SoakWorker[] workers = [.. couples.Select((own, number) => new SoakWorker(server.Control, own, seed + number))];
        Session[] sessions = [.. workers.Select(_ => new Session(server.ConnectScript()))];
        FaultFeeder faults = new(server.Control, seed);
        GrowthWatch growth = new();
        Soak(workers, sessions, faults, growth, DateTime.UtcNow.AddMinutes(minutes));
        faults.Clear();
        // What still runs on the server, an operation that was made slow or one that nobody asked for any more, ends by itself.
        Thread.Sleep(TimeSpan.FromSeconds(2));
        for (int number = 0; number < Runspaces; number++) workers[number].CleanUp(sessions[number]);
        foreach (Session session in sessions) session.Dispose();
        return Judge(server, workers, [.. couples.SelectMany(own => own)], faults, growth);
    }

    /// <summary>Every spoke belongs to one runspace, with each of the hubs that all share.</summary>
    private static Couple[] CouplesOf(int runspace) =>
    [
        .. from spoke in Enumerable.Range(Shape.Hubs, Shape.Networks - Shape.Hubs)
           where spoke / Shape.Hubs % Runspaces == runspace
           from hub in Enumerable.Range(0, Shape.Hubs)
           select new Couple(Shape.IdOf(spoke), Shape.IdOf(hub)) { Expected = hub == Shape.HubOf(spoke) },
    ];

    private static void Soak(SoakWorker[] workers, Session[] sessions, FaultFeeder faults, GrowthWatch growth, DateTime end)
    {
        Task[] working = [.. workers.Select((worker, number) => Task.Factory.StartNew(
            () => worker.Work(sessions[number], end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task all = Task.WhenAll(working);
        while (!all.Wait(0))
        {
            faults.Refill();
            growth.Look();
            _ = Task.WaitAny([all], TimeSpan.FromSeconds(5));
        }
    }

    private static int Judge(ServerProcess server, SoakWorker[] workers, Couple[] couples, FaultFeeder faults, GrowthWatch growth)
    {
        Verdict verdict = new();
        (double earlyHeap, double lateHeap) = growth.Heap;
        (double earlyHandles, double lateHandles) = growth.Handles;
        string[] findings = [.. workers.SelectMany(worker => worker.Findings), .. Strangers(server, couples)];
        JsonNode ledger = server.Control.Ledger();
        string[] overlaps = Overlaps(ledger);
        Tell("commands", workers.Select(worker => worker.Commands));
        Tell("errors reported", workers.Select(worker => worker.Errors));
        // The benchmark's own looks have no caller, and nothing goes wrong with them.
        Verdict.Say("requests, of them faults", $"{ledger["requests"]!.AsArray().Count(request => request!["principalId"] is not null)}, {faults.Struck}");
        verdict.Must(overlaps.Length == 0, "writes that met in a network", $"{overlaps.Length}");
        verdict.Must(findings.Length == 0, "lost, orphaned or unreported", $"{findings.Length}");
        verdict.SizeAtMost(earlyHeap + HeapGrowth, "managed heap at the end", lateHeap);
        verdict.AtMost(earlyHandles + HandleGrowth, "handles at the end", lateHandles, "F0");
        foreach (string finding in findings.Concat(overlaps)) Console.WriteLine("  ! " + finding);
        return verdict.ExitCode;
    }

    /// <summary>Pairs that are not as the module said last, and halves that belong to no couple at all.</summary>
    private static IEnumerable<string> Strangers(ServerProcess server, Couple[] couples)
    {
        foreach (Couple couple in couples)
        {
            string actual = couple.Actual(server.Control);
            if (!couple.Agrees(actual)) yield return $"{couple} is {actual} in the end";
        }

        int whole = couples.Count(couple => couple.Expected == true);
        int sides = Enumerable.Range(0, Shape.Networks).Sum(network =>
            server.Control.Send("GET", Shape.IdOf(network) + "?api-version=2024-05-01")["body"]!["properties"]!["virtualNetworkPeerings"]!.AsArray().Count);
        int between = 2 * Shape.Hubs;
        if (sides != (2 * whole) + between) yield return $"{sides} halves in the end for {whole} pairs of spokes and {Shape.Hubs} of hubs";
    }

    /// <summary>Every two writes that were under way at once and touched one network, with what they were.</summary>
    private static string[] Overlaps(JsonNode ledger)
    {
        Dictionary<int, JsonNode> requests = ledger["requests"]!.AsArray().ToDictionary(request => (int)request!["number"]!, request => request!);
        return [.. ledger["overlappingWrites"]!.AsArray().Select(overlap => $"{Say((int)overlap!["first"]!)}\n    met {Say((int)overlap["second"]!)}")];

        string Say(int number)
        {
            JsonNode request = requests[number];
            string path = ((string)request["path"]!)[((string)request["path"]!).IndexOf("virtualNetworks/", StringComparison.Ordinal)..];
            return $"#{number} {request["method"]} {path} {request["started"]} to {request["ended"]} -> {request["status"]} {request["errorCode"]} {(request["principalId"] is null ? "(not the module's)" : "")}";
        }
    }

    private static void Tell(string title, IEnumerable<Dictionary<string, int>> counts)
    {
        Verdict.Title("  " + title);
        foreach (IGrouping<string, int> kind in counts.SelectMany(count => count).GroupBy(count => count.Key, count => count.Value).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Verdict.Say("  " + kind.Key, $"{kind.Sum()}");
    }
}
