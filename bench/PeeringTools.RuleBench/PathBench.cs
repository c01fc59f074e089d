using System.Diagnostics;
using System.Globalization;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.RuleBench;

/// <summary>The question of Test-PeeringPath, there and back between machines of two networks: what must stay under 50 milliseconds each.</summary>
internal static class PathBench
{
    private const double LimitMilliseconds = 50;
    private const int Queries = 2000;
    private const int Rounds = 5;

    /// <summary>False where a query took longer than the limit. Of its rounds the middle one counts, so that a machine with other work to do does not decide.</summary>
    public static bool Run(Estate estate)
    {
        _ = Ask(estate, Queries / 10);
        Answer[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Ask(estate, Queries))];
        double[] times = [.. Enumerable.Range(0, Queries).Select(query => Middle(rounds.Select(round => round.Times[query]))).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Queries} path queries, {rounds[0].Reachable} reachable: median {times[Queries / 2]:F2} ms, worst {times[^1]:F2} ms; limit {LimitMilliseconds} ms; the model before them {Middle(rounds.Select(round => round.Model)):F0} ms"));
        return times[^1] < LimitMilliseconds;
    }

    /// <summary>One model for all queries, as of one command; a subnet's routes are settled within the query that comes first.</summary>
    private static Answer Ask(Estate estate, int count)
    {
        Random random = new(2);
        string[] ends = [.. estate.NetworkInterfaces.Select(nic => nic.Addresses[0].PrivateIPAddress!)];
        long start = Stopwatch.GetTimestamp();
        PathTracer tracer = new(new RoutingModel(estate));
        double model = Since(start);
        double[] times = new double[count];
        int reachable = 0;
        for (int query = 0; query < count; query++)
        {
            (string from, string to) = (ends[random.Next(ends.Length)], ends[random.Next(ends.Length)]);
            start = Stopwatch.GetTimestamp();
            PeeringPath path = tracer.Trace(from, to, "Tcp", 443);
            times[query] = Since(start);
            if (path.Verdict == PeeringPathVerdict.Reachable) reachable++;
        }

        return new Answer(model, times, reachable);
    }

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    private static double Middle(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 2);

    private sealed record Answer(double Model, double[] Times, int Reachable);
}
