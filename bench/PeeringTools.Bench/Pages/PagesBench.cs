using PeeringTools.Bench.Children;
using PeeringTools.Bench.Inventory;
using PeeringTools.Bench.Measuring;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Pages;

/// <summary>The lab itself: ten list pages of 1,000 networks each, one after the other over the wire. A slow stand-in would hide what it is to show.</summary>
internal static class PagesBench
{
    private const int Networks = 10_000;
    private const double LimitMs = 2000;

    public static int Run(int rounds)
    {
        using ServerProcess server = ServerProcess.Start("--estate", "Large", "--networks", $"{Networks}");
        FloorRequest[] lists = [.. server.Control.Do("GET", ".")["subscriptions"]!.AsArray().Select(subscription =>
            new FloorRequest($"/subscriptions/{subscription!["subscriptionId"]}/providers/Microsoft.Network/virtualNetworks?api-version=2024-05-01"))];
        FloorTask task = new(server.Endpoint, server.Thumbprint, server.Control.Token("owner"), Source.Subscriptions, lists, Parallelism: 1);
        _ = FloorChild.Run(task);
        Verdict verdict = new();
        Verdict.Title($"{lists.Length} list pages of {Networks / lists.Length} networks, median of {rounds}");
        verdict.AtMost(LimitMs, "time, ms", Numbers.Median(Enumerable.Range(0, rounds).Select(_ => FloorChild.Run(task).WallMs)), "F0");
        return verdict.ExitCode;
    }
}
