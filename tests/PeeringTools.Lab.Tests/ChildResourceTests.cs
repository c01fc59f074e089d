using System.Text;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Rules of security groups and routes of route tables, addressed below their parent.</summary>
public sealed class ChildResourceTests : LabTest
{
    private const string Groups = "Microsoft.Network/networkSecurityGroups";
    private const string Tables = "Microsoft.Network/routeTables";

    [Theory]
    [InlineData(Groups, "securityRules", """{"priority":100,"access":"Deny"}""", """{"priority":200,"access":"Allow"}""")]
    [InlineData(Tables, "routes", """{"addressPrefix":"10.0.0.0/8","nextHopType":"None"}""", """{"addressPrefix":"0.0.0.0/0","nextHopType":"Internet"}""")]
    public async Task A_child_that_is_written_below_its_parent_shows_in_it_and_the_other_way_round(string type, string member, string first, string second)
    {
        string parent = await World.Store(type, "parent", $$$"""{"{{{member}}}":[{"name":"inside","properties":{{{first}}}}]}""");
        LabReply inside = await World.Client.Get($"{parent}/{member}/inside");
        Assert.Equal((200, $"{parent}/{member}/inside", $"{type}/{member}", "Succeeded"), (inside.Status, (string?)inside.Json["id"], (string?)inside.Json["type"], (string?)inside.Properties["provisioningState"]));

        string child = $"{parent}/{member}/below";
        Assert.Equal(201, (await World.Client.Put(child, $$"""{"properties":{{first}}}""")).Status);
        LabReply replaced = await World.Client.Put(child.ToUpperInvariant(), $$"""{"name":"other","properties":{{second}}}""");
        Assert.Equal((200, "below"), (replaced.Status, (string?)replaced.Json["name"]));
        LabReply got = await World.Client.Get(child);
        Assert.Equal(replaced.Text, got.Text);

        LabReply whole = await World.Client.Get(parent);
        JsonArray children = whole.Properties[member]!.AsArray();
        Assert.Equal(["inside", "below"], children.Select(c => (string?)c!["name"]));
        Assert.True(JsonNode.DeepEquals(children[1], got.Json));
        Assert.Equal((string?)whole.Json["etag"], (string?)got.Json["etag"]);
        Assert.Equal(["below", "inside"], (await World.Client.Get($"{parent}/{member}")).Json["value"]!.AsArray().Select(c => (string?)c!["name"]));

        Assert.Equal(200, (await World.Client.Delete(child)).Status);
        Assert.Equal(204, (await World.Client.Delete(child)).Status);
        Assert.Single((await World.Client.Get(parent)).Properties[member]!.AsArray());
    }

    [Theory, ArmFact("3.9")]
    [InlineData(Groups, "securityRules")]
    [InlineData(Tables, "routes")]
    public async Task A_missing_parent_and_a_missing_child_are_said_apart(string type, string member)
    {
        string child = $"{World.Stored(type, "parent")}/{member}/x";
        LabReply get = await World.Client.Get(child);
        LabReply list = await World.Client.Get($"{World.Stored(type, "parent")}/{member}");
        LabReply put = await World.Client.Put(child, """{"properties":{}}""");
        Assert.Equal("404 ResourceNotFound, 404 ResourceNotFound, 404 ParentResourceNotFound", $"{get.Status} {get.Code}, {list.Status} {list.Code}, {put.Status} {put.Code}");
        await World.Store(type, "parent", "{}");
        LabReply missing = await World.Client.Get(child);
        Assert.Equal((404, "NotFound", $"Resource {child} not found."), (missing.Status, missing.Code, missing.Message));
    }

    [Fact]
    public async Task The_six_default_rules_are_read_below_the_group_and_never_written()
    {
        string rules = await World.Store(Groups, "nsg", """{"defaultSecurityRules":[]}""") + "/defaultSecurityRules";
        Assert.Equal(6, (await World.Client.Get(rules)).Json["value"]!.AsArray().Count);
        LabReply one = await World.Client.Get(rules + "/DenyAllInBound");
        Assert.Equal((65500, rules + "/DenyAllInBound"), ((int)one.Properties["priority"]!, (string?)one.Json["id"]));
        Assert.Equal(404, (await World.Client.Get(rules + "/Nothing")).Status);
        Assert.Equal(405, (await World.Client.Put(rules + "/DenyAllInBound", one.Text)).Status);
        Assert.Equal(405, (await World.Client.Delete(rules + "/DenyAllInBound")).Status);
    }

    [Fact, ArmFact("1.6")]
    public async Task The_etag_of_a_child_is_its_parents_and_is_asked_for()
    {
        const string body = """{"properties":{"addressPrefix":"10.0.0.0/8","nextHopType":"None"}}""";
        string route = await World.Store(Tables, "rt", "{}") + "/routes/r";
        Assert.Equal(201, (await World.Client.Send("PUT", route, body, LabClient.Version, ("If-None-Match", "*"))).Status);
        Assert.Equal(412, (await World.Client.Send("PUT", route, body, LabClient.Version, ("If-None-Match", "*"))).Status);
        string etag = (await World.Client.Get(route)).Headers["ETag"];
        Assert.Equal(200, (await World.Client.Send("PUT", route, body, LabClient.Version, ("If-Match", etag))).Status);
        Assert.Equal(412, (await World.Client.Send("DELETE", route, null, LabClient.Version, ("If-Match", etag))).Status);
    }

    [Fact]
    public async Task A_route_that_is_written_below_its_table_is_in_force()
    {
        string table = await World.Store(Tables, "rt", "{}");
        await World.NetworkWithSubnet("a", 1, $$$""","routeTable":{"id":"{{{table}}}"}""");
        await World.Interface("nic", "a", "10.1.0.4");
        await World.Client.Put(table + "/routes/out", """{"properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.9.0.4"}}""");
        Assert.Contains("User Active 0.0.0.0/0 VirtualAppliance 10.9.0.4", await World.Client.RoutesOf("nic"));
    }

    [Fact]
    public void An_estate_file_has_rules_and_routes_inside_their_parents_only()
    {
        string id = World.Stored(Tables, "rt") + "/routes/r";
        using MemoryStream file = new(Encoding.UTF8.GetBytes($$$"""[{"id":"{{{id}}}","properties":{}}]"""));
        Assert.Throws<LabEstateException>(() => World.Lab.LoadResources(file));
    }
}
