using System.Globalization;
using PeeringTools.Azure.Json;
using PeeringTools.Pairs;

namespace PeeringTools.MicroBench.Parsing;

/// <summary>
/// Lists of networks that lie in a folder as they came over the wire, one page a file, put to pairs: what that costs the
/// processor, with nothing of the wire and nothing of PowerShell in it. Taking the bytes from where they are is the wire's too: that is
/// measured on the same page and left out. Prints milliseconds and how many pairs it were.
/// </summary>
internal static class SavedPages
{
    public const string Switch = "--pages";

    /// <summary>Readings before those that count: the runtime compiles what it runs, again and better where it runs often.</summary>
    private const int Warming = 5;

    /// <summary>Readings whose median counts.</summary>
    private const int Counted = 5;

    private const int BytesAtATime = 128 * 1024;

    public static async Task<int> RunAsync(string folder)
    {
        // One for all pages and readings: a wire has no large arrays, and collecting them is no cost of parsing.
        using MemoryStream page = new();
        for (int reading = 0; reading < Warming; reading++) _ = await MeasureAsync(folder, page);
        List<(TimeSpan Spent, int Pairs)> readings = [];
        for (int reading = 0; reading < Counted; reading++) readings.Add(await MeasureAsync(folder, page));
        (TimeSpan spent, int pairs) = readings.OrderBy(reading => reading.Spent).ElementAt(Counted / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spent.TotalMilliseconds:F0} {pairs}"));
        return 0;
    }

    private static async Task<(TimeSpan Spent, int Pairs)> MeasureAsync(string folder, MemoryStream page)
    {
        PairAssembler assembler = new();
        PairBuilder builder = new(TimeProvider.System, PairBuilder.ResourceManager, isLab: false);
        byte[] buffer = new byte[BytesAtATime];
        TimeSpan spent = TimeSpan.Zero;
        int pairs = 0;
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            page.SetLength(0);
            using (FileStream saved = File.OpenRead(file)) saved.CopyTo(page);
            page.Position = 0;
            TimeSpan before = Environment.CpuUsage.TotalTime;
            while (page.Read(buffer) > 0) continue;
            TimeSpan taken = Environment.CpuUsage.TotalTime;
            page.Position = 0;
            using JsonStreamReader json = new(page, CancellationToken.None);
            foreach (VirtualNetwork network in await PageBench.ReadAsync(json, withSubnets: false))
            {
                foreach ((PairEnd one, PairEnd other) in assembler.Accept(network)) pairs += builder.Build(one, other).PairId.Length > 0 ? 1 : 0;
            }

            spent += Environment.CpuUsage.TotalTime - taken - (taken - before);
        }

        return (spent, pairs);
    }
}
