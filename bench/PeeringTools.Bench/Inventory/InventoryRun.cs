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
        FloorTask task = new(server.Endpoint, server.Thumbprint, server.Control.Token("owner"), Source.Subscriptions, [.. source.Pages(shape)], source.Parallelism);
        ChildResult child = FloorChild.Run(task);
        return new InventoryRun(int.Parse(child.Output[0], CultureInfo.InvariantCulture), child);
    }

    /// <summary>
    /// A signed-in session with its first call behind it reads every pair: what a first call costs more is the import benchmark's.
    /// Gives pairs and sides, both counted.
    /// </summary>
    public static InventoryRun Module(ServerProcess server, Source source)
    {
        string prepare = $"{server.ConnectScript()}\nGet-PeeringPair -Source {source.Name} | ForEach-Object {{ }}";
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
