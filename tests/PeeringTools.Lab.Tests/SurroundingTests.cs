using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What stands around networks: usages, network managers, scale sets, and lists of kinds that a caller may not read.</summary>
public sealed class SurroundingTests : LabTest
{
    [Fact, ArmFact("1.2")]
    public async Task Usages_count_what_stands_in_each_subnet()
    {
        await World.NetworkWithSubnet("a", 1);
        await World.Interface("nic", "a", "10.1.0.4");
        JsonNode usage = (await World.Client.Get(World.Id("a") + "/usages")).Json["value"]![0]!;
        Assert.Equal((1, 251, "SubnetSpace"), ((int)usage["currentValue"]!, (int)usage["limit"]!, (string)usage["name"]!["value"]!));
    }

    [Fact, ArmFact("1.7")]
    public async Task A_mesh_is_routes_without_peerings_and_is_listed_page_by_page()
    {
        await World.NetworkWithSubnet("a", 1);
        await World.NetworkWithSubnet("b", 2);
        await World.NetworkWithSubnet("far", 3, location: "eastus");
        await World.Interface("nic", "a", "10.1.0.4");
        string group = await World.Store("Microsoft.Network/networkManagers", "manager/networkGroups/everyone", "{}");
        foreach (string name in new[] { "a", "b", "far" })
        {
            await Put($"{group}/staticMembers/{name}", $$"""{"resourceId":"{{World.Id(name)}}"}""");
        }

        string manager = group[..group.IndexOf("/networkGroups/", StringComparison.Ordinal)];
        await Put(manager + "/connectivityConfigurations/one", $$$"""{"connectivityTopology":"Mesh","isGlobal":"False","appliesToGroups":[{"networkGroupId":"{{{group}}}","groupConnectivity":"None"}]}""");
        await Put(manager + "/connectivityConfigurations/two", $$$"""{"connectivityTopology":"HubAndSpoke","hubs":[],"appliesToGroups":[{"networkGroupId":"{{{group}}}","groupConnectivity":"None"}]}""");

        string[] routes = await World.Client.RoutesOf("nic");
        Assert.Contains("Default Active 10.2.0.0/16 ConnectedGroup", routes);
        Assert.DoesNotContain(routes, r => r.Contains("10.3.0.0/16", StringComparison.Ordinal));

        string question = World.Id("a") + "/listNetworkManagerEffectiveConnectivityConfigurations?$top=1";
        LabReply first = await World.Client.Send("POST", question, "{}");
        Assert.EndsWith("/one", (string)first.Json["value"]![0]!["id"]!, StringComparison.Ordinal);
        Assert.Equal(group, (string?)first.Json["value"]![0]!["configurationGroups"]![0]!["id"]);
        LabReply second = await World.Client.Send("POST", question, new JsonObject { ["skipToken"] = (string)first.Json["skipToken"]! }.ToJsonString());
        Assert.EndsWith("/two", (string)second.Json["value"]![0]!["id"]!, StringComparison.Ordinal);
        Assert.Equal("", (string?)second.Json["skipToken"]);
    }

    [Fact]
    public async Task A_question_about_a_network_is_no_write_to_it()
    {
        await World.NetworkWithSubnet("a", 1);
        await World.Client.Send("POST", World.Id("a") + "/listNetworkManagerEffectiveConnectivityConfigurations", "{}");
        Assert.Empty(World.Lab.Ledger.Requests[^1].Networks);
    }

    [Fact]
    public async Task The_interfaces_of_a_scale_set_are_listed_under_it()
    {
        World.Lab.Principals[0].Grant(World.Subscription, LabRole.Owner);
        string set = World.Stored("Microsoft.Compute/virtualMachineScaleSets", "vmss");
        await Put(set, "{}");
        await Put(set + "/virtualMachines/0/networkInterfaces/nic", """{"enableIPForwarding":true}""");
        LabReply list = await World.Client.Get(set + "/networkInterfaces");
        Assert.Equal(set + "/virtualMachines/0/networkInterfaces/nic", (string?)list.Json["value"]![0]!["id"]);
    }

    [Fact, ArmFact("3.4")]
    public async Task A_list_of_a_kind_that_may_not_be_read_is_empty_and_without_any_role_it_is_refused()
    {
        await World.NetworkWithSubnet("a", 1);
        using HttpResponseMessage stored = World.Lab.Send("PUT", World.Stored("Microsoft.Compute/virtualMachines", "vm") + "?api-version=2024-07-01", """{"location":"westeurope"}""");
        string list = World.Subscription + "/providers/Microsoft.Compute/virtualMachines";
        Assert.Single((await World.Client.Get(list)).Json["value"]!.AsArray());
        World.Lab.Principals[0].Revoke(World.Subscription).Grant(World.Subscription, LabRole.NetworkContributor);
        Assert.Empty((await World.Client.Get(list)).Json["value"]!.AsArray());
        World.Lab.Principals[0].Revoke(World.Subscription);
        Assert.Equal((403, "AuthorizationFailed"), ((await World.Client.Get(list)).Status, (await World.Client.Get(list)).Code));
    }

    [Theory, ArmFact("1.10")]
    [InlineData("Microsoft.Network/applicationSecurityGroups", true)]
    [InlineData("Microsoft.Network/privateEndpoints", true)]
    [InlineData("Microsoft.Network/localNetworkGateways", true)]
    [InlineData("Microsoft.Network/connections", true)]
    [InlineData("Microsoft.Network/loadBalancers", true)]
    [InlineData("Microsoft.Network/virtualNetworkGateways", false)]
    public async Task A_kind_is_listed_in_a_subscription_even_when_there_is_none(string type, bool served)
    {
        LabReply list = await World.Client.Get($"{World.Subscription}/providers/{type}");
        Assert.Equal(served ? "200 " : "404 InvalidResourceType", $"{list.Status} {list.Code}");
    }

    private async Task Put(string id, string properties)
    {
        LabReply reply = await World.Client.Put(id, $$"""{"location":"westeurope","properties":{{properties}}}""");
        Assert.Equal(201, reply.Status);
    }
}
