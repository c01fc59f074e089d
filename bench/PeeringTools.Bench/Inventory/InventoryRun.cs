using System.Globalization;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Inventory;

/// <summary>One reading of an estate, by the module or by its floor.</summary>
/// <param name="Requests">What Resource Manager was asked, sign-in apart.</param>
/// <param name="Child">What the process that read measured.</param>
internal sealed record InventoryRun(int Requests, ChildResult Child)
{
    public static InventoryRun Floor(ServerProcess server, Shape shape, Source source)
    {
        ChildResult child = FloorChild.Run(TaskOf(server, shape, source));
        return new InventoryRun(int.Parse(child.Output[0], CultureInfo.InvariantCulture), child);
    }

    /// <summary>What the floor fetches.</summary>
    public static FloorTask TaskOf(ServerProcess server, Shape shape, Source source) => new(
        server.Endpoint, server.Thumbprint, server.Control.Token("owner"), Source.Subscriptions, [.. source.Pages(shape)], source.Parallelism);

    /// <summary>A signed-in session reads every pair. Gives pairs and sides, both counted.</summary>
    /// <param name="server">Where they are.</param>
    /// <param name="source">The way they come.</param>
    /// <param name="readingsBefore">
    /// How often the session has read them already. The runtime compiles what it runs, again and better where it runs often: with
    /// none before, that is measured too.
    /// </param>
    public static InventoryRun Module(ServerProcess server, Source source, int readingsBefore)
    {
        string prepare = $$"""
            {{server.ConnectScript()}}
            for ($reading = 0; $reading -lt {{readingsBefore}}; $reading++)
            {
                Get-PeeringPair -Source {{source.Name}} | ForEach-Object { }
                [Threading.Thread]::Sleep({{source.Rest.TotalMilliseconds}})
            }
            """;
        string measure = $$"""
            $pairs = 0; $sides = 0
            Get-PeeringPair -Source {{source.Name}} | ForEach-Object { $pairs++; $sides += [int]$_.Local.Exists + [int]$_.Remote.Exists }
            $pairs; $sides
            """;
        server.Control.ClearLedger();
        ChildResult child = EngineChild.Run(new EngineTask(BuiltFiles.Module, prepare, measure));
        return new InventoryRun(server.Control.Ledger()["requests"]!.AsArray().Count(request => (DateTimeOffset)request!["started"]! >= child.Started), child);
    }
}
