using PeeringTools.Bench.Children;
using PeeringTools.Bench.Import;
using PeeringTools.Bench.Inventory;
using PeeringTools.Bench.Pages;
using PeeringTools.Bench.Plan;
using PeeringTools.Bench.Report;
using PeeringTools.Bench.Soak;
using PeeringTools.Bench.Spokes;
using PeeringTools.Bench.Tenant;

namespace PeeringTools.Bench;

/// <summary>Prints what must be fast, measured against its floor.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments switch
    {
        [] => ImportBench.Run(rounds: 15),
        [ChildRun.Switch, string module, string script] => ChildRun.Measure(module, script),
        [EngineChild.Switch] => EngineChild.Serve(),
        [FloorChild.Switch] => FloorChild.Serve(),
        [string name] => Run(name, null),
        [string name, string number] when int.TryParse(number, out int count) && count > 0 => Run(name, count),
        _ => Usage(),
    };

    private static int Run(string name, int? count) => name switch
    {
        "import" => ImportBench.Run(count ?? 15),
        "inventory" => InventoryBench.Run(InventoryBench.Full, count ?? 5),
        "tenant" => TenantBench.Run(TenantBench.Full),
        "spokes" => SpokesBench.Run(count ?? 100),
        "plan" => PlanBench.Run(count ?? 5),
        "report" => ReportBench.Run(count ?? 3),
        "pages" => PagesBench.Run(count ?? 5),
        "soak" => SoakBench.Run(minutes: count ?? 10),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project bench/PeeringTools.Bench -- WHAT [NUMBER]

              import [rounds]      what an import and a first call cost (15)
              inventory [rounds]   an inventory of 10,000 networks against its floor (5)
              tenant               1,500 subscriptions and a storm of 429
              spokes [count]       many spokes on one hub, at the pace of Azure (100: over half an hour)
              plan [rounds]        a plan on a hub of 500 spokes (5)
              report [rounds]      a report of 1,000 networks and 2,000 pairs, and what people wait for in it (3)
              pages [rounds]       ten pages of 1,000 networks from the lab itself (5)
              soak [minutes]       random commands of four runspaces while requests go wrong (10)
            """);
        return 2;
    }
}
