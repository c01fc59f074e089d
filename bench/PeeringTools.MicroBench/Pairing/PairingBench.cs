using BenchmarkDotNet.Attributes;
using PeeringTools.Azure.Json;
using PeeringTools.MicroBench.Parsing;
using PeeringTools.Pairs;

namespace PeeringTools.MicroBench.Pairing;

/// <summary>1,000 networks in a chain put together to 1,000 pairs.</summary>
public class PairingBench
{
    private IReadOnlyList<VirtualNetwork> _networks = [];

    [GlobalSetup]
    public async Task ReadAsync()
    {
        using JsonStreamReader json = new(new MemoryStream(Bodies.Page(1000, 0)), CancellationToken.None);
        _networks = await PageBench.ReadAsync(json, withSubnets: false);
    }

    [Benchmark]
    public int Assemble()
    {
        PairAssembler assembler = new();
        return _networks.Sum(network => assembler.Accept(network).Count);
    }

    [Benchmark]
    public int AssembleAndBuild()
    {
        PairAssembler assembler = new();
        PairBuilder builder = new(TimeProvider.System, PairBuilder.ResourceManager, isLab: false);
        int built = 0;
        foreach (VirtualNetwork network in _networks)
        {
            foreach ((PairEnd one, PairEnd other) in assembler.Accept(network)) built += builder.Build(one, other).PairId.Length;
        }

        return built;
    }
}
