using BenchmarkDotNet.Attributes;
using PeeringTools.Azure;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;

namespace PeeringTools.MicroBench.Parsing;

/// <summary>A page of 100 networks, from its bytes to the domain's networks: as large bodies have them, and without what is passed over.</summary>
public class PageBench
{
    private byte[] _page = [];

    [Params(0, Bodies.Large)]
    public int IpConfigurations { get; set; }

    /// <summary>Pairs are read without, rules with them.</summary>
    [Params(false, true)]
    public bool Subnets { get; set; }

    [GlobalSetup]
    public void Write() => _page = Bodies.Page(100, IpConfigurations);

    [Benchmark]
    public async Task<int> Networks()
    {
        using JsonStreamReader json = new(new MemoryStream(_page), CancellationToken.None);
        return (await ReadAsync(json, Subnets)).Count;
    }

    /// <summary>The networks of a page.</summary>
    internal static async Task<IReadOnlyList<VirtualNetwork>> ReadAsync(JsonStreamReader json, bool withSubnets)
    {
        List<VirtualNetwork> networks = [];
        _ = await json.StartObjectAsync();
        while (await json.NextMemberAsync())
        {
            if (!json.NameIs("value"u8))
            {
                await json.SkipAsync();
                continue;
            }

            _ = await json.StartArrayAsync();
            while (await json.NextItemAsync()) networks.Add(Sides.NetworkOf(await VirtualNetworkReader.ReadAsync(json, withSubnets)));
        }

        return networks;
    }
}
