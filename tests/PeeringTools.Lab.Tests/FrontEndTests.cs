using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What clients ask Resource Manager itself, before and beside networks: providers, places, lists of everything, names.</summary>
public sealed class FrontEndTests : LabTest
{
    public FrontEndTests() => World.Lab.Principals[0].Grant(World.Subscription, LabRole.Owner);

    private string Root => World.Subscription;

    [Theory]
    [InlineData("Microsoft.Network", "networkInterfaces")]
    [InlineData("microsoft.network", "virtualNetworks/virtualNetworkPeerings")]
    [InlineData("Microsoft.Compute", "virtualMachines")]
    [InlineData("Microsoft.Resources", "resourceGroups")]
    public async Task A_provider_names_its_types_with_their_versions_and_places(string name, string type)
    {
        foreach (string scope in new[] { Root, "" })
        {
            JsonNode provider = (await World.Client.Get($"{scope}/providers/{name}", "2021-04-01")).Json;
            JsonNode found = Assert.Single(provider["resourceTypes"]!.AsArray(), t => (string?)t!["resourceType"] == type)!;
            Assert.Equal("Registered", (string?)provider["registrationState"]);
            Assert.NotEmpty(found["apiVersions"]!.AsArray());
            Assert.Contains("West Europe", found["locations"]!.AsArray().Select(l => (string)l!));
        }
    }

    [Fact]
    public async Task A_client_may_register_what_it_needs_and_hears_of_a_provider_that_is_none()
    {
        Assert.Equal("Registered", (string?)(await World.Client.Send("POST", Root + "/providers/Microsoft.Storage/register", null, "2021-04-01")).Json["registrationState"]);
        string[] listed = [.. (await World.Client.Get(Root + "/providers", "2021-04-01")).Json["value"]!.AsArray().Select(p => (string)p!["namespace"]!)];
        Assert.Contains("Microsoft.Storage", listed);
        Assert.Contains("Microsoft.Network", listed);
        foreach (LabReply reply in new[]
        {
            await World.Client.Get(Root + "/providers/Microsoft.Nope", "2021-04-01"),
            await World.Client.Send("POST", Root + "/providers/Microsoft.Nope/register", null, "2021-04-01"),
            await World.Client.Get(World.Stored("Microsoft.Nope/things", "a"), "2021-04-01"),
        })
        {
            Assert.Equal((404, "InvalidResourceNamespace"), (reply.Status, reply.Code));
        }
    }

    [Fact]
    public async Task The_places_of_a_subscription_are_the_regions_that_a_resource_may_lie_in()
    {
        string[] names = [.. (await World.Client.Get(Root + "/locations", "2022-12-01")).Json["value"]!.AsArray().Select(l => (string)l!["name"]!)];
        Assert.Contains("westeurope", names);

        LabReply network = await World.Client.Put(World.Id("a"), World.NetworkBodyIn("mars"));
        LabReply group = await World.Client.Put(Root + "/resourceGroups/rg-mars", """{"location":"Mars"}""", "2021-04-01");
        LabReply spelled = await World.Client.Put(World.Id("a"), World.NetworkBodyIn("West US 2"));

        Assert.Equal((400, "LocationNotAvailableForResourceType"), (network.Status, network.Code));
        Assert.Equal((400, "LocationNotAvailableForResourceGroup"), (group.Status, group.Code));
        Assert.Equal((201, "westus2"), (spelled.Status, (string?)spelled.Json["location"]));
    }

    [Fact]
    public async Task All_resources_of_a_subscription_and_of_a_group_are_listed_by_type_name_and_tag()
    {
        await World.Networks("a", "b");
        string table = await World.Store("Microsoft.Network/routeTables", "rt", "{}");
        await World.Client.Send("PATCH", World.Id("b"), """{"tags":{"env":"it's"}}""");

        Assert.Equal(["rt", "a", "b"], await Names(Root + "/resources"));
        Assert.Equal(["rt", "a", "b"], await Names(World.Group + "/resources"));
        Assert.Equal(["a", "b"], await Names(Root + "/resources?$filter=resourceType eq 'microsoft.network/VIRTUALNETWORKS'"));
        Assert.Equal(["rt"], await Names(Root + "/resources?$filter=resourceType eq 'Microsoft.Network/routeTables' and name eq 'rt'"));
        Assert.Equal(["b"], await Names(Root + "/resources?$filter=tagName eq 'ENV' and tagValue eq 'it''s'"));
        LabReply first = await World.Client.Get(Root + "/resources?$top=1", "2021-04-01");
        Assert.Equal(table, (string?)Assert.Single(first.Json["value"]!.AsArray())!["id"]);
        Assert.Equal(["a"], await Names((string)first.Json["nextLink"]!));
    }

    [Fact]
    public async Task A_list_of_groups_is_never_longer_than_was_asked_for()
    {
        foreach ((string name, string tags) in new[] { ("rg-one", """{"team":"red"}"""), ("rg-two", """{"team":"blue"}"""), ("rg-three", "{}") })
        {
            await World.Client.Put($"{Root}/resourceGroups/{name}", $$"""{"location":"westeurope","tags":{{tags}}}""", "2021-04-01");
        }

        Assert.Equal(["rg-two"], await Names(Root + "/resourcegroups?$filter=tagName eq 'team' and tagValue eq 'blue'"));
        Assert.Equal(["rg-one", "rg-two"], await Names(Root + "/resourcegroups?$filter=tagName eq 'team'"));
        Assert.Single(await Names(Root + "/resourcegroups?$top=1"));
        foreach (string query in new[] { "$filter=garbage", "$filter=startswith(name,'rg')", "$filter=location eq 'westeurope'" })
        {
            LabReply reply = await World.Client.Get($"{Root}/resourcegroups?{query}", "2021-04-01");
            Assert.Equal((400, "InvalidFilterInQueryString"), (reply.Status, reply.Code));
        }
    }

    [Theory]
    [InlineData("rg-bad.")]
    [InlineData("rg bad")]
    [InlineData("rg-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-012")]
    public async Task A_group_has_a_name_that_Azure_allows(string name)
    {
        LabReply reply = await World.Client.Put($"{Root}/resourceGroups/{Uri.EscapeDataString(name)}", """{"location":"westeurope"}""", "2021-04-01");
        Assert.Equal((400, "InvalidResourceGroup"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("""[{"name":"s","properties":{"addressPrefix":"10.1.0.0/24"}},{"name":"S","properties":{"addressPrefix":"10.1.1.0/24"}}]""", "DuplicateResourceName")]
    [InlineData("""[{"name":"s","properties":{}}]""", "NetcfgInvalidSubnet")]
    [InlineData("""[{"name":"s","properties":{"addressPrefix":"10.1.0.0/30"}}]""", "NetcfgInvalidSubnet")]
    public async Task Subnets_have_a_name_of_their_own_and_a_prefix_that_holds_something(string subnets, string code)
    {
        LabReply reply = await World.Client.Put(World.Id("a"), $$$"""{"location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"subnets":{{{subnets}}}}}""");
        Assert.Equal((400, code), (reply.Status, reply.Code));
        Assert.Equal(404, (await World.Client.Get(World.Id("a"))).Status);
    }

    [Fact]
    public async Task A_location_of_a_child_is_passed_over_as_templates_and_generic_clients_say_one()
    {
        await World.Networks("a", "b");
        LabReply half = await World.Client.Put(World.Half("a", "b"), World.PeeringBody("b").Insert(1, "\"location\":\"westeurope\","));
        LabReply subnet = await World.Client.Put(World.Id("a") + "/subnets/s", """{"location":"westeurope","properties":{"addressPrefix":"10.1.9.0/24"}}""");
        Assert.Equal((201, 201), (half.Status, subnet.Status));
        Assert.Null(half.Json["location"]);
        Assert.Null(subnet.Json["location"]);
    }

    [Fact]
    public async Task What_is_not_there_is_404_to_HEAD_too()
    {
        await World.Networks("a");
        Assert.Equal((405, 404), ((await World.Client.Send("HEAD", World.Id("a"))).Status, (await World.Client.Send("HEAD", World.Id("none"))).Status));
    }

    [Fact]
    public async Task Management_groups_are_listed_with_what_lies_below_them_for_those_who_see_any_of_it()
    {
        const string Groups = "/providers/Microsoft.Management/managementGroups";
        string tenant = World.Lab.Tenants[0].TenantId, subscription = World.Lab.Subscriptions[0].SubscriptionId;
        World.Lab.AddManagementGroup("platform", null);
        World.Lab.AddManagementGroup("network", "platform", subscription);

        Assert.Equal(new HashSet<string>(["platform", "network", .. World.Lab.Tenants.Select(t => t.TenantId)]), [.. await Names(Groups)]);
        JsonNode network = (await World.Client.Get(Groups + "/network", "2020-05-01")).Json;
        JsonNode[] below = [.. (await World.Client.Get($"{Groups}/{tenant}/descendants", "2020-05-01")).Json["value"]!.AsArray().Select(item => item!)];

        Assert.Equal("platform", (string?)network["properties"]!["details"]!["parent"]!["name"]);
        Assert.Equal(new HashSet<string> { "platform", "network", subscription }, [.. below.Select(item => (string)item["name"]!)]);
        Assert.Equal(Groups + "/network", (string?)below.Single(item => (string?)item["name"] == subscription)["properties"]!["parent"]!["id"]);
        using LabClient stranger = new(World.Lab, World.Lab.AddPrincipal("8d6d9b2c-44c6-4d62-8a54-2d7f1dfb4f09", "stranger@contoso.example", tenant).Id);
        Assert.Empty((await stranger.Get(Groups, "2020-05-01")).Json["value"]!.AsArray());
        Assert.Equal(403, (await stranger.Get(Groups + "/network", "2020-05-01")).Status);
    }

    [Fact]
    public async Task A_caller_finds_its_own_ids_in_the_answer()
    {
        const string Own = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
        LabReply told = await World.Client.Send("GET", Root, null, "2022-12-01",
            ("x-ms-client-request-id", "mine"), ("x-ms-return-client-request-id", "true"), ("x-ms-correlation-request-id", Own));
        LabReply untold = await World.Client.Send("GET", Root, null, "2022-12-01", ("x-ms-client-request-id", "mine"));
        Assert.Equal(("mine", Own), (told.Headers["x-ms-client-request-id"], told.Headers["x-ms-correlation-request-id"]));
        Assert.DoesNotContain("x-ms-client-request-id", untold.Headers.Keys);
    }

    private async Task<string[]> Names(string path) =>
        [.. (await World.Client.Get(path, "2021-04-01")).Json["value"]!.AsArray().Select(item => (string)item!["name"]!)];
}
