using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using PeeringTools.Azure.Json;
using PeeringTools.Azure.Network;
using PeeringTools.Azure.Surroundings;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Surroundings;

namespace PeeringTools.Azure.Tests;

/// <summary>What surrounds networks, as lists give it.</summary>
public class SurroundingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_security_group_has_its_own_rules_with_singular_and_plural_members_as_one_and_no_default_rule()
    {
        NetworkSecurityGroup group = Assert.Single(await Arm(Bodies.SecurityGroup).Open().Surroundings.ListNetworkSecurityGroupsAsync(Samples.Subscription, Cancel));
        Assert.Equal("nsg\u001b[31m\"/../\u2028", group.Name);
        Assert.Equal(["one", "many"], group.SecurityRules.Select(rule => rule.Name));
        SecurityRule one = group.SecurityRules[0];
        Assert.Equal((100, "Inbound", "Allow", "Tcp"), (one.Priority, one.Direction, one.Access, one.Protocol));
        Assert.Equal(["VirtualNetwork > 10.0.0.0/24", "* > 443"], WaysOf(one));
        SecurityRule many = group.SecurityRules[1];
        Assert.Equal((4096, "Outbound", "Deny", "*"), (many.Priority, many.Direction, many.Access, many.Protocol));
        Assert.Equal(["10.0.0.0/8,fd00::/8 > ", "1-5,7 > 80,8000-8100"], WaysOf(many));
        Assert.Equal(["/asg/b"], many.DestinationApplicationSecurityGroupIds);
        Assert.Empty(many.SourceApplicationSecurityGroupIds);
    }

    [Fact]
    public async Task A_route_table_has_its_routes_and_what_it_keeps_out()
    {
        RouteTable table = Assert.Single(await Arm(Bodies.RouteTable).Open().Surroundings.ListRouteTablesAsync(Samples.Subscription, Cancel));
        Assert.Equal((true, "All"), (table.DisableBgpRoutePropagation, table.DisablePeeringRoute));
        Assert.Equal(
            [
                new UserRoute { Name = "default", AddressPrefix = "0.0.0.0/0", NextHopType = "VirtualAppliance", NextHopIpAddress = "10.0.1.4" },
                new UserRoute { Name = "cloud", AddressPrefix = "AzureCloud", NextHopType = "Internet" },
            ],
            table.Routes);
    }

    [Fact]
    public async Task An_interface_has_its_addresses_and_whom_it_belongs_to()
    {
        NetworkInterface nic = Assert.Single(await Arm(Bodies.Interface).Open().Surroundings.ListNetworkInterfacesAsync(Samples.Subscription, Cancel));
        Assert.Equal((true, "/nsg", "/vm", "/pe"), (nic.EnableIPForwarding, nic.NetworkSecurityGroupId, nic.VirtualMachineId, nic.PrivateEndpointId));
        Assert.Equal([("10.0.0.4", 1), (null, 0)], nic.Addresses.Select(a => (a.PrivateIPAddress, a.ApplicationSecurityGroupIds.Count)));
        Assert.All(nic.Addresses, address => Assert.Equal(Bodies.App, address.SubnetId));
    }

    [Fact]
    public async Task A_load_balancer_has_private_frontends_only_and_each_interface_behind_it_once()
    {
        LoadBalancer balancer = Assert.Single(await Arm(Bodies.LoadBalancer).Open().Surroundings.ListLoadBalancersAsync(Samples.Subscription, Cancel));
        Assert.Equal("10.0.0.9", Assert.Single(balancer.Frontends).PrivateIPAddress);
        Assert.Equal([Bodies.Network + "/networkInterfaces/nva"], balancer.BackendInterfaceIds);
    }

    [Fact]
    public async Task A_firewall_has_the_address_that_lies_in_its_subnet()
    {
        AzureFirewall firewall = Assert.Single(await Arm(Bodies.Firewall).Open().Surroundings.ListFirewallsAsync(Samples.Subscription, Cancel));
        Assert.Equal("10.0.1.4", Assert.Single(firewall.Addresses).PrivateIPAddress);
    }

    [Fact]
    public async Task Interfaces_of_scale_sets_are_listed_below_each_set_that_has_its_own()
    {
        string sets = Bodies.Group + "/providers/Microsoft.Compute/virtualMachineScaleSets/";
        ScriptedArm arm = new(sent => ScriptedArm.Json(sent.Uri.AbsolutePath.EndsWith("/virtualMachineScaleSets", StringComparison.Ordinal)
            ? Bodies.List($$$"""{"id":"{{{sets}}}a","properties":{"orchestrationMode":"Uniform"}}""", $$$"""{"id":"{{{sets}}}flex","properties":{"orchestrationMode":"Flexible"}}""", $$$$"""{"id":"{{{{sets}}}}b","properties":{}}""")
            : Bodies.List(Bodies.Interface)));

        Assert.Equal(2, (await arm.Open().Surroundings.ListScaleSetInterfacesAsync(Samples.Subscription, Cancel)).Count);

        Assert.Equal(
            ["2018-10-01 a/networkInterfaces", "2018-10-01 b/networkInterfaces", "2024-07-01 Microsoft.Compute/virtualMachineScaleSets"],
            arm.Requests.Select(r => $"{r.Uri.Query.Split('=')[1]} {string.Join('/', r.Uri.AbsolutePath.Split('/').TakeLast(2))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Links_are_asked_for_where_a_zone_may_have_some_and_go_on_over_pages()
    {
        string Zone(string name, string more) => $$$"""{"id":"{{{Bodies.Network}}}/privateDnsZones/{{{name}}}","name":"{{{name}}}","properties":{"numberOfRecordSets":1{{{more}}}}}""";
        string Link(string network) => $$$$"""{"id":"l","name":"l","properties":{"registrationEnabled":false,"virtualNetwork":{"id":"{{{{network}}}}"}}}""";
        ScriptedArm arm = new(sent => ScriptedArm.Json(sent.Uri.AbsolutePath switch
        {
            "/more" => Bodies.List(Link("/b"), """{"id":"l","properties":{}}"""),
            string path when path.EndsWith("/privateDnsZones", StringComparison.Ordinal) => Bodies.List(Zone("linked", ",\"numberOfVirtualNetworkLinks\":2"), Zone("bare", ",\"numberOfVirtualNetworkLinks\":0")),
            _ => $$"""{"value":[{{Link("/a")}}],"nextLink":"/more"}""",
        }));

        IReadOnlyList<PrivateDnsZone> zones = await arm.Open().Surroundings.ListPrivateDnsZonesAsync(Samples.Subscription, Cancel);

        Assert.Equal([("linked", "/a,/b"), ("bare", "")], zones.Select(zone => (zone.Name, string.Join(',', zone.LinkedVirtualNetworkIds))));
        Assert.Equal(3, arm.Requests.Count);
        Assert.All(arm.Requests.Take(2), request => Assert.Contains("api-version=2020-06-01", request.Uri.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gateway_has_its_clients_pool_and_the_sites_its_connections_name()
    {
        string Site(string name) => $"{Bodies.Group}2/providers/Microsoft.Network/localNetworkGateways/{name}";
        ScriptedArm arm = new(sent => ScriptedArm.Json(sent.Uri.AbsolutePath switch
        {
            string path when path.EndsWith("/connections", StringComparison.Ordinal) => Bodies.List(
                $$$$"""{"name":"a","properties":{"connectionType":"IPsec","enableBgp":false,"localNetworkGateway2":{"id":"{{{{Site("one")}}}}"}}}""",
                $$$$"""{"name":"b","properties":{"connectionType":"IPsec","localNetworkGateway2":{"id":"{{{{Site("ONE")}}}}"}}}"""),
            string path when path.Contains("/localNetworkGateways/", StringComparison.Ordinal) =>
                """{"id":"x","properties":{"localNetworkAddressSpace":{"addressPrefixes":["192.168.0.0/16","172.16.0.0/24"]}}}""",
            _ => Bodies.Gateway,
        }));

        NetworkGateway gateway = await arm.Open().Surroundings.GetGatewayAsync(Bodies.Network + "/virtualNetworkGateways/gw", Samples.Hub, Cancel);

        Assert.Equal(("gw", "Vpn", "Succeeded", false, Samples.Hub), (gateway.Name, gateway.GatewayType, gateway.ProvisioningState, gateway.LearnsRoutes, gateway.VirtualNetworkId));
        Assert.Equal(["172.16.0.0/24", "192.168.0.0/16"], gateway.StaticPrefixes);
        Assert.Equal(3, arm.Requests.Count);
    }

    [Theory]
    [InlineData("""{"properties":{"connectionType":"IPsec","enableBgp":true}}""")]
    [InlineData("""{"properties":{"connectionType":"Vnet2Vnet","enableBgp":false,"virtualNetworkGateway2":{"id":"/g"}}}""")]
    [InlineData("""{"properties":{"connectionType":"ExpressRoute"}}""")]
    public async Task A_gateway_learns_routes_where_a_connection_brings_what_no_site_names(string connection)
    {
        ScriptedArm arm = new(sent => ScriptedArm.Json(sent.Uri.AbsolutePath.EndsWith("/connections", StringComparison.Ordinal) ? Bodies.List(connection) : Bodies.Gateway));
        Assert.True((await arm.Open().Surroundings.GetGatewayAsync(Bodies.Network + "/virtualNetworkGateways/gw", Samples.Hub, Cancel)).LearnsRoutes);
    }

    [Fact]
    public async Task A_Route_Server_is_one_read_and_learns_routes()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json($$$"""{"id":"{{{Bodies.Network}}}/virtualHubs/rs","name":"rs","properties":{"provisioningState":"Succeeded","sku":"Standard"}}"""));
        NetworkGateway server = await arm.Open().Surroundings.GetGatewayAsync(Bodies.Network + "/virtualHubs/rs", Samples.Hub, Cancel);
        Assert.Equal(("RouteServer", true), (server.GatewayType, server.LearnsRoutes));
        Assert.Single(arm.Requests);
    }

    [Fact]
    public async Task A_network_is_in_the_meshes_of_its_own_groups_over_all_pages()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json($$"""{"value":[{{Bodies.Mesh}}],"skipToken":"next \"page\""}"""),
            () => ScriptedArm.Json($$"""{"skipToken":"","value":[{{Bodies.HubAndSpoke}}]}"""));

        IReadOnlyList<ConnectedGroup> groups = await arm.Open().Surroundings.ListConnectedGroupsAsync(Samples.Hub, Cancel);

        Assert.Equal([("/groups/own", true), ("/groups/direct", false)], groups.Select(group => (group.Id, group.IsGlobal)));
        Assert.All(groups, group => Assert.Equal([Samples.Hub], group.Members));
        Assert.Equal([("POST", "{}"), ("POST", """{"skipToken":"next \u0022page\u0022"}""")], arm.Requests.Select(r => (r.Method, r.Body)));
    }

    [Fact]
    public async Task A_list_that_is_paged_in_its_body_and_never_ends_is_an_error()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("""{"value":[],"skipToken":"same"}"""));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), (await Assert.ThrowsAsync<PeeringException>(() => arm.Open().Surroundings.ListConnectedGroupsAsync(Samples.Hub, Cancel))).Error.Id);
    }

    [Theory]
    [InlineData("AuthorizationFailed", HttpStatusCode.Forbidden, nameof(Errors.AccessDenied))]
    [InlineData("SubscriptionNotFound", HttpStatusCode.NotFound, nameof(Errors.SubscriptionNotFound))]
    [InlineData("NoRegisteredProviderFound", HttpStatusCode.BadRequest, nameof(Errors.RequestRefused))]
    public async Task A_list_that_is_refused_is_an_error_about_its_subscription(string code, HttpStatusCode status, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(status, code));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().Surroundings.ListRouteTablesAsync(Samples.Subscription, Cancel));
        Assert.Equal((id, code, ResourceId.ForSubscription(Samples.Subscription).Text), (error.Error.Id, error.Error.AzureCode, error.Error.TargetId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gw")]
    [InlineData("/subscriptions/x/resourceGroups/net/../providers/Microsoft.Network/virtualNetworkGateways/gw")]
    [InlineData("/subscriptions/x/resourceGroups/net/providers/Microsoft.Network/virtualNetworkGateways/gw?x=y")]
    [InlineData("/subscriptions/x/resourceGroups/net/providers/Microsoft.Network/virtualNetworkGateways/g%2e")]
    [InlineData("//other.example/subscriptions/x/resourceGroups/providers/a/b/c")]
    public async Task An_id_that_could_be_another_path_is_not_sent(string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("{}"));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), (await Assert.ThrowsAsync<PeeringException>(() => arm.Open().Surroundings.GetGatewayAsync(id, Samples.Hub, Cancel))).Error.Id);
        Assert.Empty(arm.Requests);
    }

    [Theory]
    [InlineData("""{"properties":{}}""")]
    [InlineData("null")]
    [InlineData("""{"id":"x","properties":{"securityRules":[{"name":"a","properties":{"priority":"high","direction":"Inbound","access":"Allow"}}]}}""")]
    [InlineData("""{"id":"x","properties":{"securityRules":[{"name":"a","properties":{"priority":100,"access":"Allow"}}]}}""")]
    [InlineData("""{"id":"x","properties":{"securityRules":{}}}""")]
    public async Task What_is_no_security_group_is_an_unexpected_answer_and_not_an_open_door(string item) =>
        Assert.Equal(nameof(Errors.UnexpectedAnswer), (await Assert.ThrowsAsync<PeeringException>(() => Arm(item).Open().Surroundings.ListNetworkSecurityGroupsAsync(Samples.Subscription, Cancel))).Error.Id);

    [Fact]
    public async Task However_the_bytes_are_cut_everything_reads_the_same()
    {
        (string Body, Func<JsonStreamReader, ValueTask<object>> Read)[] all =
        [
            (Bodies.SecurityGroup, async json => await NetworkSecurityGroupReader.ReadAsync(json)),
            (Bodies.RouteTable, async json => await RouteTableReader.ReadAsync(json)),
            (Bodies.Interface, async json => await NetworkInterfaceReader.ReadAsync(json)),
            (Bodies.LoadBalancer, async json => await LoadBalancerReader.ReadAsync(json)),
            (Bodies.Firewall, async json => await FirewallReader.ReadAsync(json)),
            (Bodies.Gateway, async json => await GatewayReader.ReadGatewayAsync(json)),
            (Bodies.List(Bodies.Mesh, Bodies.HubAndSpoke), async json => (await ConnectedGroupReader.ReadPageAsync(json, Samples.Hub)).Groups.Select(group => $"{group.Id} {group.IsGlobal}").ToArray()),
            (Bodies.EffectiveGroups, async json => await EffectiveReader.ReadGroupsAsync(json)),
            (SubnetBody, async json => await SubnetReader.ReadAsync(json)),
        ];
        Gen<(int Which, int[] Chunks, int Buffer)> gen = Gen.Select(Gen.Int[0, all.Length - 1], Gen.Int[1, 40].Array[1, 8], Gen.Int[16, 64]);
        await gen.SampleAsync(async sample =>
        {
            (string body, Func<JsonStreamReader, ValueTask<object>> read) = all[sample.Which];
            return await ReadAsync(body, read, [int.MaxValue], 4096) == await ReadAsync(body, read, sample.Chunks, sample.Buffer);
        }, iter: 1000);
    }

    [Fact]
    public async Task A_subnet_is_read_whole()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json($$$"""{"id":"{{{Samples.Hub}}}","properties":{"dhcpOptions":{"dnsServers":["10.0.0.4","10.0.0.5"]},"subnets":[{{{SubnetBody}}},{"name":"bare","properties":{"addressPrefixes":["10.0.9.0/24","fd00::/64"],"networkSecurityGroup":null}}]}}"""));
        VirtualNetwork network = await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);
        Assert.Equal(["10.0.0.4", "10.0.0.5"], network.DnsServers);
        Subnet subnet = network.Subnets[0];
        Assert.Equal((Bodies.App, "app", "/nsg", "/rt", "RouteTableEnabled"), (subnet.Id, subnet.Name, subnet.NetworkSecurityGroupId, subnet.RouteTableId, subnet.PrivateEndpointNetworkPolicies));
        Assert.Equal(["10.0.0.0/24"], subnet.AddressPrefixes);
        Assert.Equal(["Microsoft.Storage", "Microsoft.Sql"], subnet.ServiceEndpoints);
        Assert.Equal(["Microsoft.Web/serverFarms"], subnet.Delegations);
        Subnet bare = network.Subnets[1];
        Assert.Equal(($"{Samples.Hub}/subnets/bare", null, null, null), (bare.Id, bare.NetworkSecurityGroupId, bare.RouteTableId, bare.PrivateEndpointNetworkPolicies));
        Assert.Equal(["10.0.9.0/24", "fd00::/64"], bare.AddressPrefixes);
        Assert.Empty(network.GatewayIds);
    }

    private const string SubnetBody = $$$"""
        {"name":"app","id":"{{{Bodies.App}}}","etag":"W/\"1\"","properties":{"provisioningState":"Succeeded","addressPrefix":"10.0.0.0/24","addressPrefixes":["10.0.0.0/24"],
        "networkSecurityGroup":{"id":"/nsg"},"routeTable":{"id":"/rt"},"serviceEndpoints":[{"provisioningState":"Succeeded","service":"Microsoft.Storage","locations":["*"]},{"service":"Microsoft.Sql"}],
        "delegations":[{"name":"d","id":"x","properties":{"serviceName":"Microsoft.Web/serverFarms","actions":["a"]}}],"privateEndpointNetworkPolicies":"RouteTableEnabled",
        "ipConfigurations":[{"id":"/x/virtualNetworkGateways/no/ipConfigurations/a"}],"purpose":"x"},"type":"Microsoft.Network/virtualNetworks/subnets"}
        """;

    private static string[] WaysOf(SecurityRule rule) =>
    [
        $"{string.Join(',', rule.SourceAddressPrefixes)} > {string.Join(',', rule.DestinationAddressPrefixes)}",
        $"{string.Join(',', rule.SourcePortRanges)} > {string.Join(',', rule.DestinationPortRanges)}",
    ];

    private static ScriptedArm Arm(params string[] items) => ScriptedArm.Of(() => ScriptedArm.Json(Bodies.List(items)));

    private static async Task<string> ReadAsync(string body, Func<JsonStreamReader, ValueTask<object>> read, int[] chunks, int buffer)
    {
        using JsonStreamReader json = new(new ChunkedStream(Encoding.UTF8.GetBytes(body), chunks), CancellationToken.None, buffer);
        object value = await read(json);
        await json.EndAsync();
        return JsonSerializer.Serialize(value, value.GetType());
    }
}
