using System.Diagnostics;
using PeeringTools.Bench.Measuring;

namespace PeeringTools.Bench.Soak;

/// <summary>Looks again and again at what this process holds, so that growth shows.</summary>
internal sealed class GrowthWatch
{
    private readonly List<(double Heap, double Handles)> _samples = [];

    public void Look()
    {
        using Process self = Process.GetCurrentProcess();
        _samples.Add((GC.GetTotalMemory(forceFullCollection: true), self.HandleCount));
    }

    /// <summary>The managed heap, after a collection: early in the run and at its end.</summary>
    public (double Early, double Late) Heap => this.Compare(sample => sample.Heap);

    /// <summary>Open handles or file descriptors: early and at the end.</summary>
    public (double Early, double Late) Handles => this.Compare(sample => sample.Handles);

    /// <summary>The first quarter is left out: caches and the compiler fill up there.</summary>
    private (double Early, double Late) Compare(Func<(double Heap, double Handles), double> of)
    {
        int quarter = Math.Max(1, _samples.Count / 4);
        return (Numbers.Median(_samples.Skip(quarter).Take(quarter).Select(of)), Numbers.Median(_samples.TakeLast(quarter).Select(of)));
    }
}
