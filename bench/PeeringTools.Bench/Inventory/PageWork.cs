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
/// <param name="CpuMs">Processor time in milliseconds.</param>
/// <param name="Pairs">How many pairs it were.</param>
internal sealed record PageWork(double CpuMs, int Pairs)
{
    /// <exception cref="InvalidOperationException">The program failed; its error output says why.</exception>
    public static PageWork Measure(ServerProcess server, Shape shape, Source source)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("peeringtools-bench-");
        try
        {
            _ = FloorChild.Run(InventoryRun.TaskOf(server, shape, source) with { KeepIn = folder.FullName });
            ProcessStartInfo start = new("dotnet", [BuiltFiles.MicroBench, "--pages", folder.FullName]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string[] output = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            return process.ExitCode == 0
                ? new PageWork(double.Parse(output[0], CultureInfo.InvariantCulture), int.Parse(output[1], CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"{BuiltFiles.MicroBench} ended with {process.ExitCode}.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
