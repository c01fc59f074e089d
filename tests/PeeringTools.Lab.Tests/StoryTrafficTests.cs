using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>The two other stories of operators: a bridge that is taken away, and a network that believed in transitivity.</summary>
public sealed class StoryTrafficTests
{
    [Theory, ArmFact("1.8")]
    [InlineData("legacy-02", "10.102.0.4", "platform-01", "10.201.0.4")]
    [InlineData("legacy-03", "10.103.0.4", "platform-02", "10.202.0.4")]
    public async Task The_archive_reaches_its_database_until_the_bridge_is_removed(string old, string from, string target, string to)
    {
        using LabClient client = new(ArmLab.FromEstate("Migration"));
        Assert.Equal("Reachable: Source, VirtualNetwork", await client.Probe("vm-" + old, to, 1433));
        Assert.Equal("Unreachable: Source, VirtualNetwork (NetworkSecurityRule securityRules/DenyTargetOut)", await client.Probe("vm-" + old, to, 22));
        Assert.Equal("Unreachable: Source, VirtualNetwork (NetworkSecurityRule securityRules/DenyTarget)", await client.Probe("vm-" + target, from, 1433));
        Assert.Equal("VnetPeering System Route", await client.NextHop("vm-" + old, from, to));

        await client.Delete($"{Samples.Id(client.Lab, "vnet-" + old)}/virtualNetworkPeerings/peer-vnet-{target}");
        await client.Delete($"{Samples.Id(client.Lab, "vnet-" + target)}/virtualNetworkPeerings/peer-vnet-{old}");
        Assert.Equal("Unreachable: Source, Destination (Platform)", await client.Probe("vm-" + old, to, 1433));
        Assert.Equal("None System Route", await client.NextHop("vm-" + old, from, to));
    }

    [Fact, ArmFact("1.8", "8")]
    public async Task Analytics_reaches_the_classrooms_as_a_proper_spoke_only()
    {
        using LabClient client = new(ArmLab.FromEstate("Analytics"));
        Assert.Equal("Unreachable: Source, Destination (Platform)", await client.Probe("vm-analytics", "10.11.0.4"));
        Assert.Equal("None System Route", await client.NextHop("vm-analytics", "10.40.0.4", "10.11.0.4"));

        string analytics = Samples.Id(client.Lab, "vnet-analytics");
        await Associate(client, analytics);
        Assert.Equal("VirtualAppliance 10.0.1.4 rt-analytics", await client.NextHop("vm-analytics", "10.40.0.4", "10.11.0.4"));
        Assert.Equal("Unreachable: Source, VirtualAppliance, VirtualNetwork (Platform peer-vnet-hub)", await client.Probe("vm-analytics", "10.11.0.4"));

        await client.Put(analytics + "/virtualNetworkPeerings/peer-vnet-hub",
            $$$"""{"properties":{"allowForwardedTraffic":true,"remoteVirtualNetwork":{"id":"{{{Samples.Id(client.Lab, "vnet-hub")}}}"} } }""");
        for (int i = 1; i <= 3; i++)
        {
            Assert.Equal("Reachable: Source, VirtualAppliance, VirtualNetwork", await client.Probe("vm-analytics", $"10.1{i}.0.4"));
            Assert.Equal("Reachable: Source, VirtualAppliance, VirtualNetwork", await client.Probe($"vm-classroom-0{i}", "10.40.0.4"));
        }
    }

    [Fact]
    public async Task An_answer_that_comes_another_way_than_its_question_is_no_connection()
    {
        using LabClient client = new(ArmLab.FromEstate("Analytics"));
        string analytics = Samples.Id(client.Lab, "vnet-analytics");
        string classroom = Samples.Id(client.Lab, "vnet-classroom-01");
        await Associate(client, analytics);
        await client.Put(analytics + "/virtualNetworkPeerings/direct", $$$"""{"properties":{"allowForwardedTraffic":true,"remoteVirtualNetwork":{"id":"{{{classroom}}}"} } }""");
        await client.Put(classroom + "/virtualNetworkPeerings/direct", $$$"""{"properties":{"remoteVirtualNetwork":{"id":"{{{analytics}}}"} } }""");
        Assert.Equal("Reachable: Source, VirtualNetwork", await client.Probe("vm-analytics", "10.11.0.4"));

        using HttpResponseMessage detour = client.Lab.Send("PUT", client.Lab.Stored("rt-analytics") + "?api-version=2024-07-01",
            """{"location":"westeurope","properties":{"routes":[{"name":"detour","properties":{"addressPrefix":"10.11.0.0/16","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.1.4"}}]}}""");
        Assert.Equal("Unreachable: Source, VirtualAppliance, VirtualNetwork (UserDefinedRoute)", await client.Probe("vm-analytics", "10.11.0.4"));
    }

    private static async Task Associate(LabClient client, string analytics)
    {
        LabReply reply = await client.Put(analytics + "/subnets/snet-ingest",
            $$$"""{"properties":{"addressPrefix":"10.40.0.0/24","routeTable":{"id":"{{{client.Lab.Stored("rt-analytics")}}}"},"networkSecurityGroup":{"id":"{{{client.Lab.Stored("nsg-analytics")}}}"} } }""");
        Assert.Equal(200, reply.Status);
    }
}
