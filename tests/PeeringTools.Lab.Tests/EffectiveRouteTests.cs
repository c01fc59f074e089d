using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Where routes come from, and which of them a subnet really has.</summary>
public sealed class EffectiveRouteTests : LabTest
{
    private static readonly string[] Bare =
    [
        "Default Active 10.1.0.0/16 VnetLocal", "Default Active 0.0.0.0/0 Internet", "Default Active 10.0.0.0/8 None", "Default Active 100.64.0.0/10 None",
        "Default Active 172.16.0.0/12 None", "Default Active 192.168.0.0/16 None",
    ];

    [Fact, ArmFact("1.7")]
    public async Task A_network_alone_has_the_system_routes()
    {
        await Ground();
        Assert.Equal(Bare, await Routes());
    }

    [Fact, ArmFact("1.7")]
    public async Task A_private_range_that_is_all_the_networks_own_has_no_route_into_nothing()
    {
        await Client.Put(World.Id("a"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/8"]},"subnets":[{"name":"snet-app","properties":{"addressPrefix":"10.1.0.0/24"}}]}}""");
        await World.Interface("nic", "a", "10.1.0.4");
        Assert.DoesNotContain(await Routes(), r => r.Contains("10.0.0.0/8 None", StringComparison.Ordinal));
    }

    [Theory, ArmFact("1.7")]
    [InlineData("westeurope", "VNetPeering")]
    [InlineData("eastus", "VNetGlobalPeering")]
    public async Task A_connected_peering_brings_the_prefixes_in_force(string location, string type)
    {
        await Ground();
        await World.NetworkWithSubnet("b", 2, location: location);
        await World.Peer("a", "b");
        Assert.Equal(Bare, await Routes());

        await World.Peer("b", "a");
        Assert.Contains($"Default Active 10.2.0.0/16 {type}", await Routes());

        await Client.Put(World.Id("b"), $$"""{"location":"{{location}}","properties":{"addressSpace":{"addressPrefixes":["10.2.0.0/16","10.3.0.0/16"]},"subnets":[{"name":"snet-app","properties":{"addressPrefix":"10.2.0.0/24"} }]} }""");
        Assert.DoesNotContain(await Routes(), r => r.Contains("10.3.0.0/16", StringComparison.Ordinal));
        await World.Peer("a", "b", query: "?syncRemoteAddressSpace=true");
        Assert.Contains($"Default Active 10.3.0.0/16 {type}", await Routes());

        await Client.Delete(World.Half("b", "a"));
        Assert.Equal(Bare, await Routes());
    }

    [Fact, ArmFact("1.7")]
    public async Task A_users_route_makes_the_system_route_of_the_same_prefix_invalid()
    {
        await Ground(Table("false", ("own", "10.1.0.0/16", "VirtualAppliance", "10.1.0.9"), ("peer", "10.2.0.0/16", "None", null)));
        await World.NetworkWithSubnet("b", 2);
        await World.Pair("a", "b");
        string[] routes = await Routes();
        Assert.Contains("Default Invalid 10.1.0.0/16 VnetLocal", routes);
        Assert.Contains("User Active 10.1.0.0/16 VirtualAppliance 10.1.0.9", routes);
        Assert.Contains("Default Invalid 10.2.0.0/16 VNetPeering", routes);
        Assert.Contains("User Active 10.2.0.0/16 None", routes);
    }

    [Theory, ArmFact("1.7", "1.10")]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task What_lies_behind_a_lent_gateway_is_a_route_unless_the_table_keeps_it_out(string propagationOff, bool there)
    {
        await Ground(Table(propagationOff, ("some", "172.20.0.0/16", "None", null)));
        await GatewayIn("b", 2, "192.168.7.0/24");
        await World.Peer("b", "a", ",\"allowGatewayTransit\":true");
        await World.Peer("a", "b", ",\"useRemoteGateways\":true");
        Assert.Equal(there, (await Routes()).Contains("VirtualNetworkGateway Active 192.168.7.0/24 VirtualNetworkGateway"));
    }

    [Fact, ArmFact("8")]
    public async Task A_peering_wins_over_a_more_specific_route_of_a_gateway()
    {
        await GatewayIn("a", 1, "10.2.7.0/24");
        await World.NetworkWithSubnet("b", 2);
        await World.Pair("a", "b");
        await World.Interface("nic", "a", "10.1.0.4");
        string[] routes = await Routes();
        Assert.Contains("VirtualNetworkGateway Invalid 10.2.7.0/24 VirtualNetworkGateway", routes);
        Assert.Contains("Default Active 10.2.0.0/16 VNetPeering", routes);
    }

    [Theory, ArmFact("8")]
    [InlineData("Disabled", "10.2.0.0/24", "Active")]
    [InlineData("Enabled", "10.2.0.0/24", "Invalid")]
    [InlineData("RouteTableEnabled", "10.2.0.0/24", "Invalid")]
    [InlineData("Enabled", "10.0.0.0/9", "Active")]
    public async Task A_private_endpoint_is_a_route_here_and_in_peered_networks(string policies, string route, string state)
    {
        await Ground(Table("false", ("wide", route, "VirtualAppliance", "10.1.0.9")));
        await World.NetworkWithSubnet("b", 2, $",\"privateEndpointNetworkPolicies\":\"{policies}\"");
        await World.Store("Microsoft.Network/privateEndpoints", "pe", $$"""{"subnet":{"id":"{{World.Id("b")}}/subnets/snet-app"},"customDnsConfigs":[{"fqdn":"x.blob.core.windows.net","ipAddresses":["10.2.0.7"]}]}""");
        Assert.DoesNotContain(await Routes(), r => r.Contains("InterfaceEndpoint", StringComparison.Ordinal));
        await World.Pair("a", "b");
        Assert.Contains($"Default {state} 10.2.0.7/32 InterfaceEndpoint", await Routes());
    }

    [Fact, ArmFact("1.7")]
    public async Task A_service_endpoint_is_a_route()
    {
        await Ground(",\"serviceEndpoints\":[{\"service\":\"Microsoft.Storage\"}]");
        Assert.Contains("Default Active 198.51.100.0/25 VirtualNetworkServiceEndpoint", await Routes());
    }

    private LabClient Client => World.Client;

    private Task<string[]> Routes() => Client.RoutesOf("nic");

    private async Task Ground(string subnet = "")
    {
        await World.NetworkWithSubnet("a", 1, subnet);
        await World.Interface("nic", "a", "10.1.0.4");
    }

    /// <summary>Stores a route table and gives the member by which a subnet names it.</summary>
    private string Table(string propagationOff, params (string Name, string Prefix, string Type, string? Address)[] routes)
    {
        IEnumerable<string> all = routes.Select(r => $$$"""{"name":"{{{r.Name}}}","properties":{"addressPrefix":"{{{r.Prefix}}}","nextHopType":"{{{r.Type}}}"{{{(r.Address is null ? "" : $",\"nextHopIpAddress\":\"{r.Address}\"")}}}}}""");
        using HttpResponseMessage stored = World.Lab.Send("PUT", World.Stored("Microsoft.Network/routeTables", "rt") + "?api-version=2024-07-01",
            $$$"""{"location":"westeurope","properties":{"disableBgpRoutePropagation":{{{propagationOff}}},"routes":[{{{string.Join(",", all)}}}]}}""");
        Assert.True(stored.IsSuccessStatusCode);
        return $",\"routeTable\":{{\"id\":\"{World.Stored("Microsoft.Network/routeTables", "rt")}\"}}";
    }

    private async Task GatewayIn(string network, int n, string site)
    {
        await Client.Put(World.Id(network), $$$"""{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.{{{n}}}.0.0/16"]},"subnets":[{"name":"snet-app","properties":{"addressPrefix":"10.{{{n}}}.0.0/24"} },{"name":"GatewaySubnet","properties":{"addressPrefix":"10.{{{n}}}.255.0/27"} }]} }""");
        string gateway = await World.Store("Microsoft.Network/virtualNetworkGateways", "gw", $$$"""{"gatewayType":"Vpn","ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"{{{World.Id(network)}}}/subnets/GatewaySubnet"} } }]}""");
        string behind = await World.Store("Microsoft.Network/localNetworkGateways", "site", $$$"""{"localNetworkAddressSpace":{"addressPrefixes":["{{{site}}}"]}}""");
        await World.Store("Microsoft.Network/connections", "cn", $$$"""{"connectionType":"IPsec","virtualNetworkGateway1":{"id":"{{{gateway}}}"},"localNetworkGateway2":{"id":"{{{behind}}}"}}""");
    }
}
