using System.Globalization;
using PeeringTools.Azure.Json;
using PeeringTools.Pairs;

namespace PeeringTools.MicroBench.Parsing;

/// <summary>
/// Lists of networks that lie in a folder as they came over the wire, one page a file, put to pairs: what that costs the
/// processor, with nothing of the wire and nothing of PowerShell in it. Prints milliseconds and how many pairs it were.
/// </summary>
internal static class SavedPages
{
    public const string Switch = "--pages";

    /// <summary>Readings before those that count: the runtime compiles what it runs, again and better where it runs often.</summary>
    private const int Warming = 5;

    /// <summary>Readings whose median counts.</summary>
    private const int Counted = 5;

    public static async Task<int> RunAsync(string folder)
    {
        for (int reading = 0; reading < Warming; reading++) _ = await MeasureAsync(folder);
        List<(TimeSpan Spent, int Pairs)> readings = [];
        for (int reading = 0; reading < Counted; reading++) readings.Add(await MeasureAsync(folder));
        (TimeSpan spent, int pairs) = readings.OrderBy(reading => reading.Spent).ElementAt(Counted / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spent.TotalMilliseconds:F0} {pairs}"));
        return 0;
    }

    private static async Task<(TimeSpan Spent, int Pairs)> MeasureAsync(string folder)
    {
        PairAssembler assembler = new();
        PairBuilder builder = new(TimeProvider.System, PairBuilder.ResourceManager, isLab: false);
        TimeSpan spent = TimeSpan.Zero;
        int pairs = 0;
        // One for all pages: a wire has no large array either.
        using MemoryStream page = new();
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            page.SetLength(0);
            using (FileStream saved = File.OpenRead(file)) saved.CopyTo(page);
            page.Position = 0;
            TimeSpan before = Environment.CpuUsage.TotalTime;
            using JsonStreamReader json = new(page, CancellationToken.None);
            foreach (VirtualNetwork network in await PageBench.ReadAsync(json, withSubnets: false))
            {
                foreach ((PairEnd one, PairEnd other) in assembler.Accept(network)) pairs += builder.Build(one, other).PairId.Length > 0 ? 1 : 0;
            }

            spent += Environment.CpuUsage.TotalTime - before;
        }

        return (spent, pairs);
    }
}
