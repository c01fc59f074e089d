namespace PeeringTools.Bench;

/// <summary>Prints what must be fast, measured against its floor.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => arguments switch
    {
        [] or ["import"] => ImportBench.Run(rounds: 15),
        ["import", string rounds] when int.TryParse(rounds, out int count) && count > 0 => ImportBench.Run(count),
        [ChildRun.Switch, string module, string script] => ChildRun.Measure(module, script),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("usage: dotnet run -c Release --project bench/PeeringTools.Bench [import [rounds]]");
        return 2;
    }
}
