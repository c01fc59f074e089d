using System.Diagnostics;
using System.Globalization;
using PeeringTools.Bench.Children;
using PeeringTools.Bench.Estates;
using PeeringTools.Bench.Server;

namespace PeeringTools.Bench.Inventory;

/// <summary>
/// What parsing and pairing alone cost: the pages of an inventory, fetched once more and kept, then put to pairs by the
/// module's own code in a program that has no wire and no PowerShell in it.
/// </summary>
internal sealed class PageWork : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeringtools-bench-");

    private PageWork()
    {
    }

    /// <summary>Keeps the pages of a source.</summary>
    public static PageWork Of(ServerProcess server, Shape shape, Source source)
    {
        PageWork work = new();
        _ = FloorChild.Run(InventoryRun.TaskOf(server, shape, source) with { KeepIn = work._folder.FullName });
        return work;
    }

    /// <summary>Puts them to pairs.</summary>
    /// <returns>Processor time in milliseconds, and how many pairs it were.</returns>
    /// <exception cref="InvalidOperationException">The program failed; its error output says why.</exception>
    public (double CpuMs, int Pairs) Measure()
    {
        ProcessStartInfo start = new("dotnet", [BuiltFiles.MicroBench, "--pages", _folder.FullName]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] output = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return process.ExitCode == 0
            ? (double.Parse(output[0], CultureInfo.InvariantCulture), int.Parse(output[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{BuiltFiles.MicroBench} ended with {process.ExitCode}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
