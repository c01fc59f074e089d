using System.Diagnostics;
using System.Text;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

public sealed class EstateTests
{
    [Fact]
    public void An_unknown_estate_names_the_known_ones()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ArmLab.FromEstate("Moon"));
        Assert.Contains("Empty, HubSpoke, Migration, Analytics, Broken, Large", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HubSpoke_is_healthy_and_has_room_for_a_thirteenth_spoke()
    {
        ArmLab lab = ArmLab.FromEstate("hubspoke");
        using LabClient client = new(lab);
        LabReply hub = await client.Get(Samples.Id(lab, "vnet-hub"));
        Assert.Equal(12, hub.Properties["virtualNetworkPeerings"]!.AsArray().Count);
        Assert.All(hub.Properties["virtualNetworkPeerings"]!.AsArray(), p => Assert.Equal("Connected FullyInSync", $"{p!["properties"]!["peeringState"]} {p["properties"]!["peeringSyncLevel"]}"));
        string spoke = Samples.Id(lab, "vnet-spoke-13");
        Assert.Empty((await client.Get(spoke)).Properties["virtualNetworkPeerings"]!.AsArray());
        await client.Put(Samples.Id(lab, "vnet-hub") + "/virtualNetworkPeerings/p", "{\"properties\":{\"allowGatewayTransit\":true,\"remoteVirtualNetwork\":{\"id\":\"" + spoke + "\"}}}");
        LabReply half = await client.Put(spoke + "/virtualNetworkPeerings/p", "{\"properties\":{\"useRemoteGateways\":true,\"remoteVirtualNetwork\":{\"id\":\"" + Samples.Id(lab, "vnet-hub") + "\"}}}");
        Assert.Equal("Connected", half.State);
    }

    [Theory]
    [InlineData("vnet-onesided", "Initiated", "RemoteNotInSync")]
    [InlineData("vnet-disconnected", "Disconnected", "RemoteNotInSync")]
    [InlineData("vnet-orphan", "Disconnected", "RemoteNotInSync")]
    [InlineData("vnet-resized", "Connected", "RemoteNotInSync")]
    [InlineData("vnet-lostsubscription", "Connected", "FullyInSync")]
    [InlineData("vnet-crosstenant", "Connected", "FullyInSync")]
    public async Task Broken_has_one_of_every_trouble(string network, string state, string level)
    {
        ArmLab lab = ArmLab.FromEstate("Broken");
        using LabClient client = new(lab);
        LabReply reply = await client.Get(Samples.Id(lab, network) + "/virtualNetworkPeerings");
        Assert.Equal((state, level), ((string)reply.Json["value"]![0]!["properties"]!["peeringState"]!, (string)reply.Json["value"]![0]!["properties"]!["peeringSyncLevel"]!));
    }

    [Fact]
    public async Task Broken_has_remotes_that_are_gone_nowhere_or_in_another_tenant()
    {
        ArmLab lab = ArmLab.FromEstate("Broken");
        using LabClient client = new(lab);
        Assert.Equal("ResourceNotFound", (await client.Get(await Remote("vnet-orphan"))).Code);
        Assert.Equal("SubscriptionNotFound", (await client.Get(await Remote("vnet-lostsubscription"))).Code);
        Assert.Equal("InvalidAuthenticationTokenTenant", (await client.Get(await Remote("vnet-crosstenant"))).Code);

        async Task<string> Remote(string name) =>
            (string)(await client.Get(Samples.Id(lab, name) + "/virtualNetworkPeerings")).Json["value"]![0]!["properties"]!["remoteVirtualNetwork"]!["id"]!;
    }

    [Fact]
    public void Estates_are_the_same_in_every_run() =>
        Assert.Equal(ArmLab.FromEstate("Migration").Subscriptions, ArmLab.FromEstate("Migration").Subscriptions);

    [Theory]
    [InlineData("{\"value\":[", "]}")]
    [InlineData("{\"data\":[", "],\"totalRecords\":1}")]
    [InlineData("[", "]")]
    public async Task Networks_are_loaded_from_lists_of_any_tool(string before, string after)
    {
        const string Row = """{"id":"/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v","name":"v","type":"microsoft.network/virtualnetworks","tenantId":"3f1d9a55-0000-4000-8000-000000000001","location":"westeurope","tags":{"a":"b"},"properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"subnets":[{"name":"s","properties":{"addressPrefix":"10.0.0.0/24"}}],"virtualNetworkPeerings":[{"name":"p","properties":{"peeringState":"Connected","peeringSyncLevel":"LocalNotInSync","allowVirtualNetworkAccess":false,"remoteVirtualNetwork":{"id":"/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09591/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/w"},"remoteAddressSpace":{"addressPrefixes":["10.1.0.0/16"]},"remoteVirtualNetworkAddressSpace":{"addressPrefixes":["10.1.0.0/16","10.2.0.0/16"]}}}]}}""";
        ArmLab lab = Loaded(before + Row + after);
        using LabClient client = new(lab);
        LabReply reply = await client.Get("/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/RG/providers/microsoft.network/virtualnetworks/V/virtualnetworkpeerings/P");
        Assert.Equal(("Connected", "LocalNotInSync", false), (reply.State, reply.Level, (bool)reply.Properties["allowVirtualNetworkAccess"]!));
        Assert.Equal(2, reply.Properties["remoteVirtualNetworkAddressSpace"]!["addressPrefixes"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_the_command_line_prints_is_loaded_with_its_lifted_members()
    {
        ArmLab lab = Loaded(Samples.Star(4));
        using LabClient client = new(lab);
        LabReply hub = await client.Get(Samples.StarId("hub"));
        Assert.Equal(3, hub.Properties["virtualNetworkPeerings"]!.AsArray().Count);
    }

    [Fact]
    public async Task Other_resources_are_kept_and_listed()
    {
        ArmLab lab = Loaded("""[{"id":"/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/z.example/virtualNetworkLinks/l","name":"l","location":"global","registrationEnabled":true,"virtualNetwork":{"id":"/x"}}]""");
        using LabClient client = new(lab);
        LabReply list = await client.Get("/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/z.example/virtualNetworkLinks", "2020-06-01");
        Assert.Equal(("Microsoft.Network/privateDnsZones/virtualNetworkLinks", true), ((string)list.Json["value"]![0]!["type"]!, (bool)list.Json["value"]![0]!["properties"]!["registrationEnabled"]!));
    }

    [Theory]
    [InlineData("[{}]", "Item 0: it has no 'id'.")]
    [InlineData("[1]", "Item 0: an object is expected")]
    [InlineData("[{\"id\":\"vnet-a\"}]", "Item 0: 'vnet-a' is not the id of a resource")]
    [InlineData("{\"items\":[]}", "without 'value' or 'data'")]
    [InlineData("[", "The estate is not JSON")]
    [InlineData("[{\"id\":\"/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v\"}]", "Item 0: the virtual network 'v' has no addressSpace.addressPrefixes.")]
    public void Nonsense_is_refused_with_the_item_and_the_reason(string json, string message) =>
        Assert.Contains(message, Assert.Throws<LabEstateException>(() => Loaded(json)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Ten_thousand_networks_are_served_a_thousand_at_a_time()
    {
        ArmLab lab = ArmLab.FromEstate("Large", networks: 10_000);
        using LabClient client = new(lab);
        int seen = 0;
        Stopwatch watch = new();
        foreach (LabSubscription subscription in lab.Subscriptions)
        {
            string? next = $"/subscriptions/{subscription.SubscriptionId}/providers/Microsoft.Network/virtualNetworks";
            while (next is not null)
            {
                await client.Get(next);
                watch.Start();
                LabReply page = await client.Get(next);
                watch.Stop();
                seen += page.Json["value"]!.AsArray().Count;
                next = (string?)page.Json["nextLink"];
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"ten pages of a thousand networks: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(10_000, seen);
    }

    private static ArmLab Loaded(string json)
    {
        ArmLab lab = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        lab.LoadResources(stream);
        return lab;
    }
}
