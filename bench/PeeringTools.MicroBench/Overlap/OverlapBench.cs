using BenchmarkDotNet.Attributes;
using PeeringTools.Changes;

namespace PeeringTools.MicroBench.Overlap;

/// <summary>The address space of a new spoke against those of the 500 that its hub has.</summary>
public class OverlapBench
{
    private readonly string[] _spokes = [.. Enumerable.Range(0, 500).Select(spoke => $"10.{spoke / 256}.{spoke % 256}.0/24")];

    [Params("172.16.0.0/16", "10.1.200.128/25")]
    public string Prefix { get; set; } = "";

    [Benchmark]
    public int Compare()
    {
        PrefixSet own = new([Prefix, "2001:db8::/48"]);
        return _spokes.Sum(spoke => own.Overlapping(spoke).Count());
    }
}
