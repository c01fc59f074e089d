using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>The first story of operators: every spoke reaches what is shared, on the way that was meant, and no other spoke.</summary>
public sealed class HubSpokeTrafficTests : IDisposable
{
    private readonly LabClient _client = new(ArmLab.FromEstate("HubSpoke"));

    public void Dispose() => _client.Dispose();

    [Fact, ArmFact("1.7")]
    public async Task A_spoke_has_its_own_the_hubs_and_the_sites_routes_and_the_firewall_for_the_rest() => Assert.Equal(
    [
        "Default Active 10.1.0.0/16 VnetLocal",
        "Default Active 10.0.0.0/22 VNetPeering",
        "VirtualNetworkGateway Active 192.168.0.0/16 VirtualNetworkGateway",
        "Default Invalid 0.0.0.0/0 Internet",
        "User Active 0.0.0.0/0 VirtualAppliance 10.0.1.4",
    ], await _client.RoutesOf("nic-spoke-01"));

    [Theory, ArmFact("1.8")]
    [InlineData("10.0.2.4", "VnetPeering System Route")]
    [InlineData("10.1.1.9", "VnetLocal System Route")]
    [InlineData("10.2.0.4", "VirtualAppliance 10.0.1.4 rt-spokes")]
    [InlineData("192.168.7.7", "VirtualNetworkGateway System Route")]
    [InlineData("93.184.216.34", "VirtualAppliance 10.0.1.4 rt-spokes")]
    public async Task The_next_hop_follows_the_routes(string to, string hop) => Assert.Equal(hop, await _client.NextHop("vm-spoke-01", "10.1.0.4", to));

    [Fact, ArmFact("1.8")]
    public async Task Every_peered_spoke_reaches_the_shared_services_and_no_other_spoke()
    {
        for (int i = 1; i <= 12; i++)
        {
            string machine = $"vm-spoke-{i:00}";
            Assert.Equal("Reachable: Source, VirtualNetwork", await _client.Probe(machine, "10.0.2.4"));
            Assert.Equal("Reachable: Source, VirtualNetwork", await _client.Probe(machine, "10.0.2.5"));
            Assert.Equal("Unreachable: Source, VirtualAppliance, VirtualNetwork (NetworkSecurityRule securityRules/DenyOtherSpokes)", await _client.Probe(machine, $"10.{(i % 12) + 1}.0.4"));
        }

        Assert.StartsWith("Unreachable: ", await _client.Probe("vm-spoke-13", "10.0.2.4"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hub_reaches_its_spokes_and_only_web_ports_are_open_the_other_way()
    {
        Assert.Equal("Reachable: Source, VirtualNetwork", await _client.Probe("vm-logging", "10.7.0.4", 22));
        Assert.Equal("Unreachable: Source, VirtualNetwork (NetworkSecurityRule securityRules/DenyOtherFromSpokes)", await _client.Probe("vm-spoke-07", "10.0.2.4", 22));
    }
}
