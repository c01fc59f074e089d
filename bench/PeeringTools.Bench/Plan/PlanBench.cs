using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Plan;

/// <summary>The plan for the 500th spoke of a hub: read, checked against the 499 that are there, and given back, in the in-process lab.</summary>
internal static class PlanBench
{
    private const int Plans = 10;
    private const double LimitMs = 1000;

    public static int Run(int rounds)
    {
        Shape shape = new(Subscriptions: 1, Networks: 500, Hubs: 1, IpConfigurations: 0);
        using EstateFile estate = new(shape);
        string spoke = shape.GroupOf(0) + "/providers/Microsoft.Network/virtualNetworks/vnet-new";
        string plan = $"New-PeeringPair -VirtualNetworkId '{spoke}' -RemoteVirtualNetworkId '{shape.IdOf(0)}' -PlanOnly";
        const string Body = """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.200.0.0/24"]}}}""";
        string prepare = $"""
            $null = Start-PeeringLab -Path '{estate.Path}'
            $null = Invoke-PeeringLabRequest '{spoke}?api-version=2024-05-01' PUT '{Body}'
            $null = {plan}
            """;
        string measure = $"foreach ($i in 1..{Plans}) {{ $found = {plan} }}; $found.Steps.Count";
        ChildResult[] children = [.. Enumerable.Range(0, rounds).Select(_ => EngineChild.Run(new EngineTask(BuiltFiles.Module, prepare, measure)))];
        Verdict verdict = new();
        Verdict.Title($"A plan on a hub of 500 spokes, median of {rounds} sessions");
        verdict.Must(children.All(child => child.Output is ["2"]), "steps", string.Join("/", children[^1].Output));
        verdict.AtMost(LimitMs, "time of one plan, ms", Numbers.Median(children.Select(child => child.WallMs / Plans)), "F0");
        return verdict.ExitCode;
    }
}
