using PeeringTools.Lab.Tests.Support;
using static PeeringTools.Lab.Tests.Support.World;

namespace PeeringTools.Lab.Tests;

/// <summary>What the network provider and the front end refuse, with the codes of Azure.</summary>
public sealed class RefusalTests : LabTest
{
    [Fact, ArmFact("3.1")]
    public async Task Overlapping_networks_cannot_be_peered()
    {
        await World.Network("a", "10.1.0.0/16");
        await World.Network("b", "10.1.128.0/17");
        LabReply refused = await World.Peer("a", "b");
        Assert.Equal((400, "VnetAddressSpacesOverlap"), (refused.Status, refused.Code));
        Assert.EndsWith("Overlapping address prefixes: 10.1.0.0/16, 10.1.128.0/17", refused.Message, StringComparison.Ordinal);
    }

    [Fact, ArmFact("3.1")]
    public async Task A_network_peered_with_either_side_must_not_overlap_and_a_leftover_still_counts()
    {
        await World.Networks("hub");
        await World.Network("a", "10.7.0.0/16");
        await World.Network("b", "10.7.1.0/24");
        await World.Pair("hub", "a");
        LabReply refused = await World.Peer("hub", "b");
        Assert.Equal((400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet"), (refused.Status, refused.Code));
        Assert.Contains("address space of the second virtual network", refused.Message, StringComparison.Ordinal);
        Assert.Equal("VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", (await World.Peer("b", "hub")).Code);
        await World.Client.Delete(World.Half("a", "hub"));
        Assert.Equal("Disconnected", (await World.Get("hub", "a")).State);
        Assert.Equal("VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", (await World.Peer("hub", "b")).Code);
    }

    [Theory, ArmFact("3.1")]
    [InlineData("10.1.0.0", "InvalidAddressPrefixFormat")]
    [InlineData("10.1/16", "InvalidAddressPrefixFormat")]
    [InlineData("10.1.0.0/33", "InvalidAddressPrefixFormat")]
    [InlineData("fd00::/129", "InvalidAddressPrefixFormat")]
    [InlineData("10.1.0.1/16", "InvalidCIDRNotation")]
    public async Task Prefixes_are_checked(string prefix, string code)
    {
        LabReply refused = await World.Network("a", prefix);
        Assert.Equal((400, code), (refused.Status, refused.Code));
        Assert.Equal(404, (await World.Client.Get(World.Id("a"))).Status);
    }

    [Theory, ArmFact("3.1")]
    [InlineData("10.9.0.0/24", "10.1.1.0/24", "NetcfgSubnetRangeOutsideVnet")]
    [InlineData("10.1.0.0/23", "10.1.1.0/24", "NetcfgSubnetRangesOverlap")]
    public async Task Subnets_are_checked(string one, string two, string code)
    {
        LabReply refused = await World.Client.Put(World.Id("a"), $$$$"""{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"subnets":[{"name":"s1","properties":{"addressPrefix":"{{{{one}}}}"}},{"name":"s2","properties":{"addressPrefix":"{{{{two}}}}"}}]}}""");
        Assert.Equal((400, code), (refused.Status, refused.Code));
    }

    [Fact, ArmFact("3.1")]
    public async Task A_network_does_not_grow_into_its_peers()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        Assert.Equal("VnetAddressSpacesOverlap", (await World.Network("a", "10.1.0.0/16", "10.2.5.0/24")).Code);
    }

    [Fact, ArmFact("3.1", "1.2")]
    public async Task Leaving_out_a_used_subnet_is_an_attempt_to_delete_it()
    {
        ArmLab lab = ArmLab.FromEstate("HubSpoke");
        using LabClient client = new(lab);
        string hub = Samples.Id(lab, "vnet-hub");
        LabReply refused = await client.Put(hub, NetworkBody("10.0.0.0/22"));
        Assert.Equal((400, "InUseSubnetCannotBeDeleted"), (refused.Status, refused.Code));
        Assert.Equal("InUseSubnetCannotBeDeleted", (await client.Delete(hub)).Code);
    }

    [Fact, ArmFact("3.2")]
    public async Task A_remote_that_is_not_there_is_named()
    {
        await World.Networks("a");
        LabReply refused = await World.Peer("a", "nowhere");
        Assert.Equal((400, "InvalidGlobalResourceReference"), (refused.Status, refused.Code));
        Assert.Contains(World.Id("nowhere"), refused.Message, StringComparison.Ordinal);
    }

    [Theory, ArmFact("3.2", "3.12")]
    [InlineData("", "LinkedInvalidPropertyId", "")]
    [InlineData("vnet-b", "LinkedInvalidPropertyId", "")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/routeTables/r", "InvalidRequestFormat", "InvalidJsonReferenceFormat")]
    public async Task A_remote_id_that_is_none_is_refused(string id, string code, string detail)
    {
        await World.Networks("a");
        LabReply refused = await World.Client.Put(World.Half("a", "b"), "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"" + id + "\"}}}");
        Assert.Equal((400, code), (refused.Status, refused.Code));
        Assert.Equal(detail, (string?)refused.Json["error"]!["details"]?[0]?["code"] ?? "");
    }

    [Fact, ArmFact("3.3")]
    public async Task One_remote_one_peering_and_never_another_remote()
    {
        await World.Networks("a", "b", "c");
        await World.Peer("a", "b");
        Assert.Equal("AnotherPeeringAlreadyReferencesRemoteVnet", (await World.Client.Put(World.Half("a", "second"), World.PeeringBody("b"))).Code);
        Assert.Equal("ChangingRemoteVirtualNetworkNotAllowed", (await World.Client.Put(World.Half("a", "b"), World.PeeringBody("c"))).Code);
        Assert.Equal(400, (await World.Peer("c", "c")).Status);
    }

    [Theory, ArmFact("3.6")]
    [InlineData("-a")]
    [InlineData("a.")]
    [InlineData("a b")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234567890123456789x1")]
    public async Task Names_are_checked(string name)
    {
        await World.Networks("a", "b");
        Assert.Equal("InvalidResourceName", (await World.Client.Put($"{World.Id("a")}/virtualNetworkPeerings/{Uri.EscapeDataString(name)}", World.PeeringBody("b"))).Code);
    }

    [Fact, ArmFact("3.9", "1.5")]
    public async Task A_missing_peering_and_a_missing_network_are_two_kinds_of_404()
    {
        await World.Networks("a");
        LabReply peering = await World.Get("a", "b");
        Assert.Equal((404, "NotFound", $"Resource {World.Half("a", "b")} not found."), (peering.Status, peering.Code, peering.Message));
        Assert.NotNull(peering.Json["error"]!["details"]);
        Assert.False(peering.Headers.ContainsKey("x-ms-failure-cause"));
        LabReply network = await World.Client.Get(World.Id("b"));
        Assert.Equal((404, "ResourceNotFound"), (network.Status, network.Code));
        Assert.Null(network.Json["error"]!["details"]);
        Assert.Equal("gateway", network.Headers["x-ms-failure-cause"]);
        Assert.Equal("ResourceNotFound", (await World.Get("b", "a")).Code);
        Assert.Equal("ParentResourceNotFound", (await World.Peer("b", "a")).Code);
        Assert.Equal("ResourceGroupNotFound", (await World.Client.Get(World.Subscription + "/resourceGroups/none/providers/Microsoft.Network/virtualNetworks/a")).Code);
        Assert.Equal("SubscriptionNotFound", (await World.Client.Get("/subscriptions/11111111-1111-1111-1111-111111111111")).Code);
        Assert.Equal("InvalidSubscriptionId", (await World.Client.Get("/subscriptions/prod/resourceGroups")).Code);
    }

    [Theory, ArmFact("3.9", "1.1")]
    [InlineData("?api-version=", "MissingApiVersionParameter")]
    [InlineData("?api-version=latest", "InvalidApiVersionParameter")]
    [InlineData("?api-version=2021-02-02", "NoRegisteredProviderFound")]
    public async Task The_api_version_is_checked(string query, string code) =>
        Assert.Equal((400, code), ((await World.Client.Get(World.Id("a") + query)).Status, (await World.Client.Get(World.Id("a") + query)).Code));

    [Theory]
    [InlineData("GET", "/providers/Microsoft.Nothing/things")]
    [InlineData("GET", "/providers/Microsoft.Network/unheardOf/x")]
    [InlineData("POST", "/providers/Microsoft.Network/virtualNetworks/a")]
    [InlineData("GET", "/providers/Microsoft.Network/virtualNetworks/a/unheardOf/x")]
    [InlineData("GET", "/somewhere/else")]
    public async Task What_is_not_served_is_an_error(string method, string path)
    {
        LabReply reply = await World.Client.Send(method, World.Group + path, method == "POST" ? "{}" : null);
        Assert.True(reply.Status >= 400 && reply.Code.Length > 0, reply.ToString());
    }

    [Fact, ArmFact("3.10")]
    public async Task A_network_has_500_peerings_at_most()
    {
        ArmLab lab = new();
        using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes(Samples.Star(501)));
        lab.LoadResources(json);
        using LabClient client = new(lab);
        LabReply refused = await client.Put(Samples.StarId("hub") + "/virtualNetworkPeerings/p501", "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"" + Samples.StarId("s501") + "\"}}}");
        Assert.Equal((400, "VnetPeeringCountLimitReached"), (refused.Status, refused.Code));
    }
}
