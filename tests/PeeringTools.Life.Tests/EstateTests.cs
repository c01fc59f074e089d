using PeeringTools.Access;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Ports;
using PeeringTools.Surroundings;

namespace PeeringTools.Life.Tests;

/// <summary>An estate read from the lab, over the whole pipeline.</summary>
public sealed class EstateTests : IDisposable
{
    private const SurroundingKinds Everything = SurroundingKinds.All | SurroundingKinds.ConnectedGroups;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly ILabSession _lab = ((IArmGateway)new ArmGateway()).StartLab(new Ports.LabRequest { Estate = "HubSpoke" });

    [Fact]
    public async Task The_hub_and_its_spokes_come_with_all_that_stands_around_them()
    {
        EstateReading reading = await this.ReadAsync(PairScope.Everything, Everything);

        Estate estate = reading.Estate;
        Assert.Empty(estate.Unread);
        Assert.Equal((14, 12), (estate.Networks.Count, reading.Pairs.Count));
        VirtualNetwork spoke = Named(estate, "vnet-spoke-01");
        Subnet app = Assert.Single(spoke.Subnets, subnet => subnet.Name == "snet-app");
        Assert.Equal(["10.1.0.0/24"], app.AddressPrefixes);
        Assert.Contains(estate.RouteTables[app.RouteTableId!].Routes, route => route is { AddressPrefix: "0.0.0.0/0", NextHopIpAddress: "10.0.1.4" });
        Assert.Contains(estate.NetworkSecurityGroups[app.NetworkSecurityGroupId!].SecurityRules, rule => rule is { Access: "Deny", Priority: 4000 });
        Assert.Equal("10.0.1.4", Assert.Single(estate.Firewalls).Addresses[0].PrivateIPAddress);
        Assert.Contains(estate.NetworkInterfaces, nic => nic.VirtualMachineId is not null && nic.Addresses[0].SubnetId == app.Id);
        NetworkGateway gateway = Assert.Single(estate.Gateways);
        Assert.Equal((Named(estate, "vnet-hub").Id, "192.168.0.0/16"), (gateway.VirtualNetworkId, Assert.Single(gateway.StaticPrefixes)));
        Assert.Equal(14, Assert.Single(estate.PrivateDnsZones).LinkedVirtualNetworkIds.Count);
    }

    [Fact]
    public async Task Each_request_is_sent_once()
    {
        int before = _lab.Ledger.Count;
        _ = await this.ReadAsync(PairScope.Everything, Everything);
        Assert.All(_lab.Ledger.Skip(before).GroupBy(request => request.Method + request.Path), same => Assert.Single(same));
    }

    [Theory]
    [InlineData("Microsoft.Network/networkInterfaces/read", nameof(SurroundingKinds.NetworkInterfaces), 2)]
    [InlineData("Microsoft.Network/routeTables/read", nameof(SurroundingKinds.RouteTables), 1)]
    [InlineData("Microsoft.Network/azureFirewalls/read", nameof(SurroundingKinds.Firewalls), 1)]
    [InlineData("Microsoft.Network/virtualNetworkGateways/connections/read", nameof(SurroundingKinds.Gateways), 1)]
    [InlineData("Microsoft.Network/privateDnsZones/virtualNetworkLinks/read", nameof(SurroundingKinds.PrivateDnsZones), 2)]
    [InlineData("Microsoft.Compute/virtualMachineScaleSets/read", nameof(SurroundingKinds.ScaleSetInterfaces), 2)]
    public async Task A_right_that_is_taken_away_leaves_its_kind_unread_and_no_other(string action, string kind, int subscriptions)
    {
        _lab.Deny(null, [action]);

        Estate estate = (await this.ReadAsync(PairScope.Everything, Everything)).Estate;

        Assert.Equal(Enumerable.Repeat(Enum.Parse<SurroundingKinds>(kind), subscriptions), estate.Unread.Select(unread => unread.Kind));
        Assert.Equal(14, estate.Networks.Count);
    }

    [Fact]
    public async Task A_running_machine_tells_its_routes_its_rules_and_the_first_hop()
    {
        Estate estate = (await this.ReadAsync(PairScope.Everything, SurroundingKinds.NetworkInterfaces)).Estate;
        VirtualNetwork spoke = Named(estate, "vnet-spoke-01");
        NetworkInterface nic = estate.NetworkInterfaces.First(n => n.Addresses[0].SubnetId.StartsWith(spoke.Id.Text + "/", StringComparison.OrdinalIgnoreCase));
        IArmSurroundings azure = _lab.Connection.Open(new RecordingReporter()).Surroundings;

        IReadOnlyList<EffectiveRoute> routes = await azure.GetEffectiveRoutesAsync(nic.Id, Cancel);
        Assert.Contains(routes, route => route is { NextHopType: "VNetPeering", Source: "Default" } && route.AddressPrefixes.Contains("10.0.0.0/22"));
        Assert.Contains(routes, route => route is { NextHopType: "VirtualAppliance", Source: "User" } && route.NextHopIpAddresses.Contains("10.0.1.4"));
        EffectiveSecurityGroup group = Assert.Single(await azure.GetEffectiveSecurityGroupsAsync(nic.Id, Cancel));
        Assert.Contains(group.Rules, rule => rule.Name.EndsWith("/DenyOtherSpokes", StringComparison.Ordinal));
        string source = nic.Addresses[0].PrivateIPAddress!;
        Assert.Equal("10.0.1.4", (await azure.GetNextHopAsync(nic.VirtualMachineId!, nic.Id, source, "10.2.0.4", Cancel)).NextHopIpAddress);
        Assert.True((await azure.CheckConnectivityAsync(nic.VirtualMachineId!, "10.0.2.4", 443, Cancel)).ProbesSent > 0);
    }

    [Fact]
    public async Task Members_of_a_mesh_find_each_other_over_pages()
    {
        using World world = new();
        string manager = world.Group + "/providers/Microsoft.Network/networkManagers/nm";
        world.Send("PUT", manager, Json("""{"location":"westeurope","properties":{}}"""));
        world.Send("PUT", manager + "/networkGroups/g", Json("""{"properties":{"memberType":"VirtualNetwork"}}"""));
        foreach (ResourceId member in (ResourceId[])[world.Hub, world.Spoke])
        {
            world.Send("PUT", $"{manager}/networkGroups/g/staticMembers/{member.Name}", Json($$$"""{"properties":{"resourceId":"{{{member}}}"}}"""));
        }

        world.Lab.Options.PageSize = 1;
        foreach (string name in (string[])["a", "b"])
        {
            world.Send("PUT", $"{manager}/connectivityConfigurations/{name}", Json(
                $$$"""{"properties":{"connectivityTopology":"Mesh","isGlobal":"True","appliesToGroups":[{"networkGroupId":"{{{manager}}}/networkGroups/g","groupConnectivity":"None"}]}}"""));
        }

        EstateReading reading = await new EstateReader(new NetworkAccess([world.Connection], world.Reporter))
            .ReadAsync([world.Hub, world.Spoke], SurroundingKinds.ConnectedGroups, Cancel);

        ConnectedGroup group = Assert.Single(reading.Estate.ConnectedGroups);
        Assert.True(group.IsGlobal);
        Assert.Equal([world.Hub, world.Spoke], group.Members.OrderBy(id => id.Name, StringComparer.Ordinal));
    }

    public void Dispose() => _lab.Dispose();

    private static System.Text.Json.Nodes.JsonNode Json(string text) => System.Text.Json.Nodes.JsonNode.Parse(text)!;

    private static VirtualNetwork Named(Estate estate, string name) => estate.Networks.Values.Single(network => network.Id.Name == name);

    private Task<EstateReading> ReadAsync(PairScope scope, SurroundingKinds kinds) =>
        new EstateReader(new NetworkAccess([_lab.Connection], new RecordingReporter())).ReadAsync(scope, kinds, Cancel);
}
