using System.Globalization;
using System.Text.Json.Nodes;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Inventory;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Tenant;

/// <summary>
/// A whole tenant in one session, while Azure asks to slow down again and again: either every pair is counted, or the run ends
/// with CoverageIncomplete. Whatever happens, the memory of the whole process stays small.
/// </summary>
internal static class TenantBench
{
    public static readonly Shape Full = new(Subscriptions: 1500, Networks: 10_000, Hubs: 25, IpConfigurations: 0);

    private const double MemoryLimit = 350_000_000;
    private const string File = "\"$([IO.Path]::GetTempPath())peeringtools-bench-$PID.csv\"";

    public static int Run(Shape shape)
    {
        using EstateFile estate = new(shape);
        using ServerProcess server = ServerProcess.Start("--path", estate.Path);
        Console.WriteLine($"{shape.Subscriptions} subscriptions, {shape.Networks} networks, {shape.Sides} sides; three storms of 429");
        Verdict verdict = new();
        foreach (Source source in (Source[])[Source.ResourceManager, Source.ResourceGraph])
        {
            Read(verdict, server, shape, source, "Get-PeeringPair from " + source.Name, $$"""
                $pairs = 0; $sides = 0
                Get-PeeringPair -Source {{source.Name}} | ForEach-Object { $pairs++; $sides += [int]$_.Local.Exists + [int]$_.Remote.Exists }
                $pairs; $sides
                """);
            // Export reads live; what comes from Resource Graph is piped in, and its evidence says that nobody vouches for it.
            string export = source == Source.ResourceManager ? "" : $"Get-PeeringPair -Source {source.Name} | ";
            Read(verdict, server, shape, source, "Export-PeeringInventory from " + source.Name, $$"""
                $evidence = {{export}}Export-PeeringInventory {{File}} -PassThru
                [IO.File]::Delete($evidence.Path); [IO.File]::Delete($evidence.EvidencePath)
                $evidence.Rows; 2 * $evidence.Rows
                """);
        }

        Refused(verdict, server, shape);
        return verdict.ExitCode;
    }

    /// <summary>One subscription, or Resource Graph as a whole, that is throttled for longer than a run may wait.</summary>
    private static void Refused(Verdict verdict, ServerProcess server, Shape shape)
    {
        Verdict.Title("Throttled for an hour");
        string subscription = "/subscriptions/" + Shape.SubscriptionId(shape.Subscriptions / 2) + "/*";
        Refused(verdict, server, "one subscription, and an export", subscription, $"Export-PeeringInventory {File} -ErrorAction SilentlyContinue");
        Refused(verdict, server, "Resource Graph, and a reading", "*/Microsoft.ResourceGraph/*", "$null = Get-PeeringPair -Source ResourceGraph -ErrorAction Stop");
    }

    private static void Refused(Verdict verdict, ServerProcess server, string title, string path, string command)
    {
        server.Control.ClearFaults();
        server.Control.AddFault(Throttled(path, skip: 0, times: null, retryAfter: 3600));
        ChildResult child = EngineChild.Run(new EngineTask(
            BuiltFiles.Module, server.ConnectScript(), $$"""try { {{command}}; 'no error' } catch { "$($_.FullyQualifiedErrorId)".Split(',')[0] }; [IO.File]::Exists({{File}})"""));
        verdict.Must(child.Output is ["CoverageIncomplete", "False"], title, child.Output[0]);
    }

    private static void Read(Verdict verdict, ServerProcess server, Shape shape, Source source, string title, string measure)
    {
        Storms(server, source == Source.ResourceManager ? shape.Subscriptions / 5 : 3);
        server.Control.ClearLedger();
        ChildResult child = EngineChild.Run(new EngineTask(BuiltFiles.Module, server.ConnectScript(), measure));
        JsonArray requests = server.Control.Ledger()["requests"]!.AsArray();
        Verdict.Title(title);
        verdict.Must(
            child.Output is [string pairs, string sides] && pairs == Text(shape.Pairs) && sides == Text(shape.Sides),
            "pairs and sides", string.Join("/", child.Output));
        Verdict.Say("time", Numbers.Seconds(child.WallMs));
        Verdict.Say("requests, of them answered 429", $"{requests.Count}, {requests.Count(request => (int)request!["status"]! == 429)}");
        verdict.SizeAtMost(MemoryLimit, "peak memory of the whole process", child.PeakBytes);
    }

    private static void Storms(ServerProcess server, int between)
    {
        server.Control.ClearFaults();
        for (int storm = 0; storm < 3; storm++) server.Control.AddFault(Throttled("*/providers/Microsoft.*", storm * between, times: Math.Max(1, between / 6), retryAfter: 1));
    }

    private static JsonObject Throttled(string path, int skip, int? times, int retryAfter) => new()
    {
        ["effect"] = "Status",
        ["status"] = 429,
        ["code"] = "TooManyRequests",
        ["retryAfterSeconds"] = retryAfter,
        ["path"] = path,
        ["skip"] = skip,
        ["times"] = times,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
