using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

public sealed class GatewayTests : LabTest
{
    private const string Use = ",\"useRemoteGateways\":true";
    private const string Lend = ",\"allowGatewayTransit\":true";


    [Fact, ArmFact("2.18", "3.5", "1.10")]
    public async Task The_spoke_shows_the_gateway_it_uses_and_only_while_it_does()
    {
        await HubWithGateway();
        await World.Peer("hub", "a", Lend);
        LabReply spoke = await World.Peer("a", "hub", Use);
        Assert.Equal((201, "Connected"), (spoke.Status, spoke.State));
        Assert.EndsWith("/virtualNetworkGateways/gw", (string)spoke.Properties["remoteGateways"]![0]!["id"]!, StringComparison.Ordinal);
        Assert.Null((await World.Peer("a", "hub")).Properties["remoteGateways"]);
    }

    [Fact, ArmFact("1.10", "3.5")]
    public async Task An_empty_gateway_subnet_is_no_gateway()
    {
        await World.Networks("a");
        await World.Client.Put(World.Id("hub"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.50.0.0/16"]},"subnets":[{"name":"GatewaySubnet","properties":{"addressPrefix":"10.50.0.0/27"}}]}}""");
        await World.Peer("hub", "a", Lend);
        Assert.Equal("RemoteVnetHasNoGateways", (await World.Peer("a", "hub", Use)).Code);
        Assert.Equal("RemoteVnetHasNoGateways", (await World.Peer("a", "hub", Use + ",\"doNotVerifyRemoteGateways\":true")).Code);
    }

    [Fact, ArmFact("3.5")]
    public async Task The_hub_must_lend_before_the_spoke_uses_and_stops_only_after_it()
    {
        await HubWithGateway();
        await World.Peer("hub", "a");
        Assert.Equal((400, "RemotePeeringHasNoGatewayTransit"), Refusal(await World.Peer("a", "hub", Use)));
        await World.Peer("hub", "a", Lend);
        Assert.Equal(201, (await World.Peer("a", "hub", Use)).Status);
        Assert.Equal((400, "GatewayTransitInUseByRemotePeering"), Refusal(await World.Peer("hub", "a")));
        Assert.Equal((400, "GatewayTransitInUseByRemotePeering"), Refusal(await World.Client.Delete(World.Half("hub", "a"))));
        await World.Peer("a", "hub");
        Assert.Equal(200, (await World.Peer("hub", "a")).Status);
        Assert.Equal(202, (await World.Client.Delete(World.Half("hub", "a"))).Status);
    }

    [Fact, ArmFact("3.5")]
    public async Task One_network_uses_one_remote_gateway_and_none_beside_its_own()
    {
        await HubWithGateway();
        await HubWithGateway("hub2", "10.60", "gw2");
        await World.Peer("hub", "a", Lend);
        await World.Peer("a", "hub", Use);
        await World.Peer("hub2", "a", Lend);
        Assert.Equal((400, "AnotherPeeringAlreadyUsesRemoteGateways"), Refusal(await World.Peer("a", "hub2", Use)));
        await World.Peer("hub", "hub2", Lend);
        Assert.Equal((400, "VnetWithGatewayCannotUseRemoteGateways"), Refusal(await World.Peer("hub2", "hub", Use)));
        Assert.Equal((400, "PeeringCannotHaveBothGatewayFlags"), Refusal(await World.Peer("hub2", "hub", Use + Lend)));
    }

    [Fact]
    public async Task A_gateway_that_goes_is_no_longer_shown_on_the_network_either()
    {
        await HubWithGateway();
        await World.Peer("hub", "a", Lend);
        await World.Peer("a", "hub", Use);
        Assert.Single((await World.Client.Get(World.Id("a"))).Properties["virtualNetworkPeerings"]![0]!["properties"]!["remoteGateways"]!.AsArray());
        await World.Client.Delete(World.Group + "/providers/Microsoft.Network/virtualNetworkGateways/gw");
        Assert.Empty((await World.Client.Get(World.Id("a"))).Properties["virtualNetworkPeerings"]![0]!["properties"]!["remoteGateways"]!.AsArray());
    }

    [Fact, ArmFact("1.10")]
    public async Task The_subnet_a_gateway_stands_in_shows_it_as_long_as_it_is_there()
    {
        await HubWithGateway();
        JsonNode Subnet(LabReply network) => network.Properties["subnets"]![0]!["properties"]!;
        string shown = (string)Subnet(await World.Client.Get(World.Id("hub")))["ipConfigurations"]![0]!["id"]!;
        Assert.EndsWith("/virtualNetworkGateways/gw/ipConfigurations/default", shown, StringComparison.Ordinal);
        await World.Client.Delete(World.Group + "/providers/Microsoft.Network/virtualNetworkGateways/gw");
        Assert.Null(Subnet(await World.Client.Get(World.Id("hub")))["ipConfigurations"]);
    }

    [Fact, ArmFact("1.10")]
    public async Task Gateways_are_listed_in_a_group_and_not_in_a_subscription()
    {
        await HubWithGateway();
        LabReply list = await World.Client.Get(World.Group + "/providers/Microsoft.Network/virtualNetworkGateways");
        Assert.Equal("gw", (string)list.Json["value"]![0]!["name"]!);
        Assert.Equal(404, (await World.Client.Get(World.Subscription + "/providers/Microsoft.Network/virtualNetworkGateways")).Status);
    }

    private static (int, string) Refusal(LabReply reply) => (reply.Status, reply.Code);

    private async Task HubWithGateway(string name = "hub", string start = "10.50", string gateway = "gw")
    {
        if ((await World.Client.Get(World.Id("a"))).Status == 404)
        {
            await World.Networks("a");
        }

        await World.Client.Put(World.Id(name), $$$$"""{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["{{{{start}}}}.0.0/16"]},"subnets":[{"name":"GatewaySubnet","properties":{"addressPrefix":"{{{{start}}}}.0.0/27"}}]}}""");
        LabReply put = await World.Client.Put($"{World.Group}/providers/Microsoft.Network/virtualNetworkGateways/{gateway}",
            $$$$"""{"location":"westeurope","properties":{"gatewayType":"Vpn","ipConfigurations":[{"name":"default","properties":{"subnet":{"id":"{{{{World.Id(name)}}}}/subnets/GatewaySubnet"}}}]}}""");
        Assert.Equal(201, put.Status);
    }
}
