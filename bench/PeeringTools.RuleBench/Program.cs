using System.Diagnostics;
using System.Globalization;
using PeeringTools.Health;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.RuleBench;

/// <summary>All rules over all pairs of a large estate: what must stay under ten seconds on two cores. Then the ways through it.</summary>
internal static class Program
{
    private const double LimitSeconds = 10;
    private const int Rounds = 5;

    private static int Main(string[] arguments)
    {
        Estate estate = RandomEstate.Build();
        PeeringPair[] pairs = [.. PairsOf(estate)];
        int routes = estate.RouteTables.Values.Sum(table => table.Routes.Count);
        int rules = estate.NetworkSecurityGroups.Values.Sum(group => group.SecurityRules.Count);
        Console.WriteLine($"{estate.Networks.Count} networks, {pairs.Length} pairs, {routes} routes, {rules} security rules; {RuleCatalogue.All.Count} health rules");
        Timing[] timings = [.. Enumerable.Range(0, Rounds).Select(_ => Measure(estate, pairs, RuleCatalogue.All)).OrderBy(timing => timing.Seconds)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median {timings[Rounds / 2].Seconds:F2} s, worst {timings[^1].Seconds:F2} s of {Rounds} runs, {timings[0].Findings} findings; limit {LimitSeconds} s"));
        if (arguments is ["each"])
        {
            foreach (HealthRule rule in RuleCatalogue.All)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Id,-36} {Measure(estate, pairs, [rule]).Seconds:F3} s"));
        }

        bool isFast = PathBench.Run(estate);
        return isFast && timings[^1].Seconds < LimitSeconds ? 0 : 1;
    }

    /// <summary>Indexes are built within the time: every run builds its own.</summary>
    private static Timing Measure(Estate estate, PeeringPair[] pairs, IReadOnlyList<HealthRule> rules)
    {
        Stopwatch watch = Stopwatch.StartNew();
        HealthRun run = new(estate, TimeProvider.System, new HealthOptions { Rules = rules, MinimumSeverity = PeeringSeverity.Information });
        int findings = pairs.Sum(pair => run.Check(pair).Findings.Length);
        return new Timing(watch.Elapsed.TotalSeconds, findings);
    }

    private static IEnumerable<PeeringPair> PairsOf(Estate estate)
    {
        PairAssembler assembler = new();
        PairBuilder builder = new(TimeProvider.System, PairBuilder.ResourceManager, false);
        return estate.Networks.Values.SelectMany(assembler.Accept).Select(ends => builder.Build(ends.One, ends.Other));
    }

    private sealed record Timing(double Seconds, int Findings);
}
