using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What bodies show and what they may say, by api-version.</summary>
public sealed class BodyTests : LabTest
{
    private static readonly string[] FlagMembers =
        ["allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit", "useRemoteGateways", "doNotVerifyRemoteGateways", "peerCompleteVnets"];

    private static readonly string[] AlwaysThere =
    [
        "x-ms-request-id", "x-ms-correlation-request-id", "x-ms-routing-request-id", "x-ms-arm-service-request-id", "Strict-Transport-Security",
        "X-Content-Type-Options", "Cache-Control", "Pragma", "Expires", "x-ms-ratelimit-remaining-subscription-reads", "Date",
    ];

    [Theory, ArmFact("1.1", "1.3")]
    [InlineData("2018-06-01", "provisioningState,peeringState,remoteVirtualNetwork,allowVirtualNetworkAccess,allowForwardedTraffic,allowGatewayTransit,useRemoteGateways,remoteAddressSpace,routeServiceVips")]
    [InlineData("2019-11-01", "provisioningState,resourceGuid,peeringState,remoteVirtualNetwork,allowVirtualNetworkAccess,allowForwardedTraffic,allowGatewayTransit,useRemoteGateways,doNotVerifyRemoteGateways,remoteAddressSpace,routeServiceVips")]
    [InlineData("2023-02-01", "provisioningState,resourceGuid,peeringState,peeringSyncLevel,remoteVirtualNetwork,allowVirtualNetworkAccess,allowForwardedTraffic,allowGatewayTransit,useRemoteGateways,doNotVerifyRemoteGateways,peerCompleteVnets,remoteAddressSpace,remoteVirtualNetworkAddressSpace,routeServiceVips")]
    public async Task Members_come_in_the_order_of_the_wire_and_by_version(string version, string members)
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        LabReply reply = await World.Client.Get(World.Half("a", "b"), version);
        Assert.Equal(members, string.Join(",", ((JsonObject)reply.Properties).Select(m => m.Key)));
        Assert.Equal("name,id,etag,properties,type", string.Join(",", ((JsonObject)reply.Json).Select(m => m.Key)));
        JsonNode embedded = (await World.Client.Get(World.Id("a"), version)).Properties["virtualNetworkPeerings"]![0]!;
        Assert.Equal(reply.Text, embedded.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact, ArmFact("1.1")]
    public async Task Newer_versions_show_the_local_spaces()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        LabReply reply = await World.Client.Get(World.Half("a", "b"), "2025-05-01");
        Assert.Equal("10.1.0.0/16", (string)reply.Properties["localAddressSpace"]!["addressPrefixes"]![0]!);
        Assert.Equal("10.1.0.0/16", (string)reply.Properties["localVirtualNetworkAddressSpace"]!["addressPrefixes"]![0]!);
    }

    [Fact, ArmFact("0.10", "1.3")]
    public async Task The_smallest_body_gets_the_servers_defaults()
    {
        await World.Networks("a", "b");
        LabReply put = await World.Peer("a", "b");
        Assert.Equal("True False False False False True", Flags(put));
    }

    [Fact, ArmFact("1.3")]
    public async Task A_member_left_out_of_a_later_put_goes_back_to_the_default()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b", ",\"allowVirtualNetworkAccess\":false,\"allowForwardedTraffic\":true,\"doNotVerifyRemoteGateways\":true");
        Assert.Equal("True False False False False True", Flags(await World.Peer("a", "b")));
    }

    [Fact, ArmFact("1.3")]
    public async Task Server_owned_members_may_be_echoed_and_mean_nothing()
    {
        await World.Networks("a", "b");
        LabReply put = await World.Client.Put(World.Half("a", "b"), "{\"id\":\"" + World.Id("a") + "\",\"name\":\"other\",\"type\":\"x\",\"properties\":{\"peeringState\":\"Connected\",\"peeringSyncLevel\":\"FullyInSync\",\"provisioningState\":\"Failed\",\"resourceGuid\":\"" + Guid.Empty
            + "\",\"remoteAddressSpace\":{\"addressPrefixes\":[\"1.2.3.0/24\"]},\"remoteVirtualNetworkAddressSpace\":{\"addressPrefixes\":[]},\"remoteVirtualNetwork\":{\"id\":\"" + World.Id("b") + "\"}}}");
        Assert.Equal((201, "Initiated", "RemoteNotInSync"), (put.Status, put.State, put.Level));
        Assert.Equal("10.2.0.0/16", (string)put.Properties["remoteAddressSpace"]!["addressPrefixes"]![0]!);
    }

    [Fact, ArmFact("3.12")]
    public async Task An_unknown_member_is_refused_with_its_place()
    {
        await World.Networks("a", "b");
        LabReply refused = await World.Client.Put(World.Half("a", "b"), "{\n  \"properties\": {\n    \"syncRemoteAddressSpace\": true\n  }\n}");
        Assert.Equal((400, "InvalidRequestFormat", "Cannot parse the request."), (refused.Status, refused.Code, refused.Message));
        JsonNode detail = refused.Json["error"]!["details"]![0]!;
        Assert.Equal("InvalidJson", (string)detail["code"]!);
        Assert.Equal("Could not find member 'syncRemoteAddressSpace' on object of type 'VirtualNetworkPeeringProperties'. Path 'properties.syncRemoteAddressSpace', line 3, position 29.", (string)detail["message"]!);
    }

    [Fact, ArmFact("3.12")]
    public async Task A_member_of_a_later_version_is_taken_where_the_lab_is_told_of_it_and_reset_by_a_PUT_without_it()
    {
        await World.Networks("a", "b");
        Assert.Equal(400, (await World.Peer("a", "b", ",\"tomorrow\":{\"x\":[1]}")).Status);
        World.Lab.Options.AdmitPeeringMembers = ["tomorrow"];
        await World.Peer("a", "b", ",\"tomorrow\":{\"x\":[1]}");
        Assert.Equal("{\"x\":[1]}", (await World.Get("a", "b")).Properties["tomorrow"]!.ToJsonString());
        await World.Peer("a", "b");
        Assert.Null((await World.Get("a", "b")).Properties["tomorrow"]);
    }

    [Theory, ArmFact("3.12")]
    [InlineData("2020-11-01", "remoteVirtualNetworkAddressSpace", "{}", 400)]
    [InlineData("2021-02-01", "remoteVirtualNetworkAddressSpace", "{}", 201)]
    [InlineData("2021-02-01", "peerCompleteVnets", "true", 400)]
    [InlineData("2024-01-01", "enableOnlyIPv6Peering", "false", 201)]
    [InlineData("2024-01-01", "peeringState", "\"Nearly\"", 400)]
    [InlineData("2024-01-01", "allowForwardedTraffic", "\"maybe\"", 400)]
    public async Task A_member_is_taken_by_the_versions_that_have_it(string version, string member, string value, int status)
    {
        await World.Networks("a", "b");
        LabReply reply = await World.Client.Put(World.Half("a", "b"), World.PeeringBody("b", $",\"{member}\":{value}"), version);
        Assert.True(reply.Status == status, reply.ToString());
    }

    [Fact, ArmFact("3.12")]
    public async Task Members_inside_arrays_have_their_place_too()
    {
        LabReply refused = await World.Client.Put(World.Id("a"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"subnets":[{"name":"s","properties":{"wrong":1}}]}}""");
        Assert.Contains("Path 'properties.subnets[0].properties.wrong', line 1, position 135.", (string)refused.Json["error"]!["details"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact, ArmFact("0.9", "1.2")]
    public async Task A_network_put_without_peerings_or_with_none_leaves_them_alone_and_with_some_adds_them()
    {
        await World.Networks("a", "b", "c");
        await World.Pair("a", "b");
        await World.Network("a", "10.1.0.0/16");
        await World.Client.Put(World.Id("a"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"virtualNetworkPeerings":[]}}""");
        Assert.Equal("Connected", (await World.Get("a", "b")).State);
        LabReply put = await World.Client.Put(World.Id("a"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"virtualNetworkPeerings":[{"name":"to-c","properties":{"remoteVirtualNetwork":{"id":""" + "\"" + World.Id("c") + "\"}}}]}}");
        Assert.Equal(2, put.Properties["virtualNetworkPeerings"]!.AsArray().Count);
        Assert.Null(((JsonObject)put.Properties["virtualNetworkPeerings"]![0]!)["tags"]);
    }

    [Fact, ArmFact("1.2")]
    public async Task A_network_shows_tags_and_dns_only_when_they_were_given()
    {
        LabReply bare = await World.Network("a", "10.1.0.0/16");
        Assert.Equal("name,id,etag,type,location,properties", string.Join(",", ((JsonObject)bare.Json).Select(m => m.Key)));
        Assert.Equal("provisioningState,resourceGuid,addressSpace,subnets,virtualNetworkPeerings,enableDdosProtection", string.Join(",", ((JsonObject)bare.Properties).Select(m => m.Key)));
        LabReply full = await World.Client.Put(World.Id("b"), """{"location":"West Europe","tags":{},"properties":{"addressSpace":{"addressPrefixes":["10.2.0.0/16"]},"dhcpOptions":{"dnsServers":[]}}}""");
        Assert.Equal(("westeurope", "{}", "{\"dnsServers\":[]}"), ((string)full.Json["location"]!, full.Json["tags"]!.ToJsonString(), full.Properties["dhcpOptions"]!.ToJsonString()));
    }

    [Fact, ArmFact("1.2")]
    public async Task A_tags_patch_answers_at_once_and_replaces_the_set()
    {
        await World.Client.Put(World.Id("a"), """{"location":"westeurope","tags":{"tag1":"value1"},"properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]}}}""");
        LabReply patched = await World.Client.Send("PATCH", World.Id("a"), """{"tags":{"tag2":"value2"}}""");
        Assert.Equal((200, "{\"tag2\":\"value2\"}", "Succeeded"), (patched.Status, patched.Json["tags"]!.ToJsonString(), (string)patched.Properties["provisioningState"]!));
        Assert.False(patched.Headers.ContainsKey("Azure-AsyncOperation"));
    }

    [Fact, ArmFact("1.2")]
    public async Task Lists_go_on_after_the_last_item_shown()
    {
        await World.Networks("a", "b", "c");
        World.Lab.Options.PageSize = 2;
        string path = World.Subscription + "/providers/Microsoft.Network/virtualNetworks";
        LabReply first = await World.Client.Get(path);
        string next = (string)first.Json["nextLink"]!;
        Assert.StartsWith("https://management.azure.com" + path + "?", next, StringComparison.Ordinal);
        await World.Client.Delete(World.Id("a"));
        LabReply second = await World.Client.Get(next);
        Assert.Equal(["c"], second.Json["value"]!.AsArray().Select(v => (string)v!["name"]!));
        Assert.Null(second.Json["nextLink"]);
    }

    [Fact, ArmFact("1.2")]
    public async Task Addresses_of_a_subnet_are_free_reserved_or_elsewhere()
    {
        await World.Client.Put(World.Id("a"), """{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/27"]},"subnets":[{"name":"s","properties":{"addressPrefix":"10.1.0.0/27"}}]}}""");
        LabReply reserved = await World.Client.Get(World.Id("a") + "/CheckIPAddressAvailability?ipAddress=10.1.0.0");
        Assert.Equal("""{"available":false,"availableIPAddresses":["10.1.0.4","10.1.0.5","10.1.0.6","10.1.0.7","10.1.0.8"],"isPlatformReserved":true}""", reserved.Text);
        Assert.Equal("PrivateIPAddressNotInAnySubnet", (await World.Client.Get(World.Id("a") + "/CheckIPAddressAvailability?ipAddress=10.9.0.4")).Code);
    }

    [Fact, ArmFact("1.5")]
    public async Task Every_answer_has_the_headers_of_the_service_and_urls_of_the_caller()
    {
        await World.Networks("a");
        LabReply reply = await World.Client.Send("GET", "https://127.0.0.1:8443" + World.Id("a").ToUpperInvariant().Replace("/SUBSCRIPTIONS/", "/Subscriptions/", StringComparison.Ordinal));
        Assert.Equal(200, reply.Status);
        Assert.Equal("application/json; charset=utf-8", reply.Headers["Content-Type"]);
        Assert.All(AlwaysThere, h => Assert.Contains(h, reply.Headers.Keys));
        LabReply put = await World.Client.Send("PUT", "https://127.0.0.1:8443" + World.Id("a"), NetworkBodyText);
        Assert.StartsWith("https://127.0.0.1:8443/subscriptions/", put.Headers["Azure-AsyncOperation"], StringComparison.Ordinal);
    }

    private static string NetworkBodyText => Support.World.NetworkBody("10.1.0.0/16");

    private static string Flags(LabReply reply) => string.Join(" ", FlagMembers.Select(m => (bool)reply.Properties[m]!));
}
