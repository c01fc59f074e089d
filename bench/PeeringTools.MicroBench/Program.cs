using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PeeringTools.MicroBench.Parsing;

namespace PeeringTools.MicroBench;

/// <summary>Runs every class of this program that has benchmarks in it, or those that <c>--filter</c> names; or measures the pages in a folder.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is [SavedPages.Switch, string folder]) return await SavedPages.RunAsync(folder);
        // A toolchain that builds projects of its own would build them under this repository's rules.
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default);
        string[] selection = arguments.Length == 0 ? ["--filter", "*"] : arguments;
        return BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(selection, config).Any() ? 0 : 1;
    }
}
