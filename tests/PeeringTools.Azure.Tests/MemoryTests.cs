using System.Net;
using System.Net.Http.Headers;
using PeeringTools.Azure.Tests.Doubles;

namespace PeeringTools.Azure.Tests;

/// <summary>What is not asked for costs nothing. Alone, because it counts what the whole process allocates.</summary>
[Collection(nameof(Alone))]
public class MemoryTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("default", 0)]
    [InlineData("GatewaySubnet", 1)]
    public async Task A_body_of_100_MB_costs_a_buffer(string subnet, int gateways)
    {
        const long size = 100L * 1024 * 1024;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        using HugeNetworkStream body = new(subnet, size);
        ScriptedArm arm = ScriptedArm.Of(() => Streamed(body));

        VirtualNetwork network = await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);

        long held = GC.GetTotalMemory(forceFullCollection: true);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(body.Length > size && body.Position == body.Length, "the whole body was read");
        Assert.Equal("to-spoke", Assert.Single(network.Peerings).Name);
        Assert.Equal(gateways, network.GatewayIds.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{allocated / 1024} KB allocated, {held / 1024} KB held");
        // In the subnet of a gateway every id is looked at, and dropped at once; elsewhere nothing is made of it.
        Assert.True(gateways > 0 || allocated < size / 20, $"{allocated} bytes were allocated.");
        Assert.True(held < size / 2, $"{held} bytes are held.");
    }

    private static HttpResponseMessage Streamed(Stream body)
    {
        HttpResponseMessage answer = new(HttpStatusCode.OK) { Content = new StreamContent(body) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return answer;
    }
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
