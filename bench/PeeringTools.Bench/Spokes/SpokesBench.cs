using System.Text.Json.Nodes;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Spokes;

/// <summary>
/// Many spokes peered with one hub, at the pace of Azure. One write at a time is all that a hub takes, so the ideal schedule is its
/// writes end to end: no request before, between or after them.
/// </summary>
internal static class SpokesBench
{
    private const int LatencyMs = 40;
    private const double Limit = 1.15;

    /// <summary>What a peering's operation takes at the recorded pace.</summary>
    private static readonly TimeSpan Write = TimeSpan.FromSeconds(10);

    public static int Run(int spokes)
    {
        using ServerProcess server = ServerProcess.Start("--estate", "Empty", "--pace", "recorded", "--latency", $"{LatencyMs}");
        Shape shape = new(Subscriptions: 1, Networks: spokes + 1, Hubs: 1, IpConfigurations: 0);
        string group = $"/subscriptions/{server.Control.Do("GET", ".")["subscriptions"]![0]!["subscriptionId"]}/resourceGroups/rg-network";
        string[] networks = [.. Enumerable.Range(0, shape.Networks).Select(network => $"{group}/providers/Microsoft.Network/virtualNetworks/{shape.NameOf(network)}")];
        for (int network = 0; network < networks.Length; network++)
            _ = server.Control.Send("PUT", networks[network] + "?api-version=2024-05-01", Body(network));
        // The last of them are still being made.
        server.Control.AdvanceClock(TimeSpan.FromMinutes(1));
        Console.WriteLine($"{spokes} spokes on one hub, {LatencyMs} ms latency: {2 * spokes} writes of {Write.TotalSeconds} s");
        string prepare = $"{server.ConnectScript()}\n$spokes = '{string.Join("','", networks.Skip(1))}'\n$null = Get-PeeringPair '{networks[0]}'";
        server.Control.ClearLedger();
        ChildResult child = EngineChild.Run(new EngineTask(BuiltFiles.Module, prepare, $$"""
            $connected = 0
            $spokes | ForEach-Object { @{ VirtualNetworkId = $_; RemoteVirtualNetworkId = '{{networks[0]}}' } } | ForEach-Object { [pscustomobject]$_ } |
                New-PeeringPair -Force | ForEach-Object { $connected += [int]($_.Status -eq 'Connected') }
            $connected
            """));
        return Judge(server.Control.Ledger(), spokes, child);
    }

    private static int Judge(JsonNode ledger, int spokes, ChildResult child)
    {
        Verdict verdict = new();
        int writes = ledger["requests"]!.AsArray().Count(request => (string?)request!["method"] == "PUT");
        double idealMs = 2 * spokes * Write.TotalMilliseconds;
        Verdict.Say("ideal schedule", Numbers.Seconds(idealMs));
        Verdict.Say("time", Numbers.Seconds(child.WallMs));
        verdict.Must(child.Output is [string connected] && connected == $"{spokes}", "pairs connected", string.Join("/", child.Output));
        verdict.Must(writes == 2 * spokes, "writes", $"{writes}");
        verdict.Must(ledger["overlappingWrites"]!.AsArray().Count == 0, "writes that met in a network", $"{ledger["overlappingWrites"]!.AsArray().Count}");
        verdict.AtMost(Limit, "ratio to the ideal schedule", child.WallMs / idealMs, "F3");
        return verdict.ExitCode;
    }

    private static JsonObject Body(int network) => new()
    {
        ["location"] = "westeurope",
        ["properties"] = new JsonObject { ["addressSpace"] = new JsonObject { ["addressPrefixes"] = new JsonArray(Shape.PrefixOf(network)) } },
    };
}
