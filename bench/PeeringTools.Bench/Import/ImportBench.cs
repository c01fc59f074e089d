using System.Globalization;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Import;

/// <summary>
/// What an import costs over an empty module of the same shape, and what the first Get-PeeringPair on the lab costs. Medians
/// of child processes, the two modules taking turns, so that a busy minute of the machine touches both.
/// </summary>
internal static class ImportBench
{
    private const string FirstCall = "Start-PeeringLab -Estate HubSpoke; $null = Get-PeeringPair";
    private const double Limit = 150;

    public static int Run(int rounds)
    {
        string module = BuiltFiles.Module;
        string empty = BuiltFiles.EmptyModule;
        bool withinLimit = Report("hosted engine", rounds, module, empty, ChildRun.Start);
        if (RealPowerShell.FindVersion() is { } version)
            withinLimit &= Report(version, rounds, module, empty, RealPowerShell.Start);
        else
            Console.WriteLine("pwsh is not on the PATH: the numbers above are the hosted engine's only.");
        return withinLimit ? 0 : 1;
    }

    private static bool Report(
        string host, int rounds, string module, string empty, Func<string, string, (double Import, double Script)> start)
    {
        // The first of each warms the disk's cache.
        _ = start(empty, "");
        _ = start(module, "");
        List<double> imports = [];
        List<double> floors = [];
        List<double> calls = [];
        for (int round = 0; round < rounds; round++)
        {
            floors.Add(start(empty, "").Import);
            (double import, double call) = start(module, FirstCall);
            imports.Add(import);
            calls.Add(call);
        }

        double added = Numbers.Median(imports) - Numbers.Median(floors);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {host}, median of {rounds} processes each:
              import of an empty module          {Numbers.Median(floors),7:F0} ms
              import of PeeringTools             {Numbers.Median(imports),7:F0} ms
              added by PeeringTools              {added,7:F0} ms   (limit {Limit:F0})
              first Start-PeeringLab + Get-Pair  {Numbers.Median(calls),7:F0} ms
            """));
        return added < Limit;
    }
}
