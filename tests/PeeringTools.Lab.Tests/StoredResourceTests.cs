using System.Text.Json.Nodes;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Resources that are kept as they came: their tags, etags, preconditions, users and the parents of their lists.</summary>
public sealed class StoredResourceTests : LabTest
{
    private const string Groups = "Microsoft.Network/networkSecurityGroups";
    private const string Tables = "Microsoft.Network/routeTables";

    [Fact]
    public async Task A_PATCH_of_tags_replaces_them_as_a_whole_and_leaves_everything_else()
    {
        string id = World.Stored(Tables, "rt");
        await World.Client.Put(id, """{"location":"westeurope","tags":{"old":"1"},"properties":{"disableBgpRoutePropagation":true}}""");
        LabReply reply = await World.Client.Send("PATCH", id, """{"tags":{"new":"2"}}""");
        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"new":"2"}""", reply.Json["tags"]!.ToJsonString());
        Assert.True((bool)reply.Properties["disableBgpRoutePropagation"]!);
        Assert.Equal("westeurope", (string?)reply.Json["location"]);
        Assert.Equal(reply.Text, (await World.Client.Get(id)).Text);
    }

    [Fact]
    public async Task A_PATCH_of_anything_but_tags_is_refused_and_of_what_is_not_there_is_not_found()
    {
        string id = await World.Store(Tables, "rt", "{}");
        LabReply reply = await World.Client.Send("PATCH", id, """{"properties":{"disableBgpRoutePropagation":true}}""");
        Assert.Equal((400, "InvalidRequestFormat"), (reply.Status, reply.Code));
        LabReply absent = await World.Client.Send("PATCH", id + "2", """{"tags":{}}""");
        Assert.Equal((404, "ResourceNotFound"), (absent.Status, absent.Code));
    }

    [Fact]
    public async Task A_child_without_tags_has_no_PATCH_but_a_link_of_a_zone_has()
    {
        string link = await World.Store("Microsoft.Network/privateDnsZones", "z.example/virtualNetworkLinks/a", "{}");
        Assert.Equal(200, (await World.Client.Send("PATCH", link, """{"tags":{"a":"1"}}""")).Status);
        string group = await World.Store("Microsoft.Network/networkManagers", "m/networkGroups/g", "{}");
        Assert.Equal(405, (await World.Client.Send("PATCH", group, """{"tags":{"a":"1"}}""")).Status);
    }

    [Fact, ArmFact("1.6")]
    public async Task Every_change_gives_a_new_etag_in_body_and_header_and_a_read_gives_none()
    {
        string id = await World.Store(Groups, "nsg", "{}");
        List<string> etags = [await Etag(id)];
        Assert.Equal(etags[0], await Etag(id));
        await World.Store(Groups, "nsg", "{}");
        etags.Add(await Etag(id));
        await World.Client.Send("PATCH", id, """{"tags":{"a":"1"}}""");
        etags.Add(await Etag(id));
        await World.Client.Put(id + "/securityRules/r", """{"properties":{"priority":100}}""");
        etags.Add(await Etag(id));
        await World.Client.Delete(id + "/securityRules/r");
        etags.Add(await Etag(id));
        World.Lab.Principals[0].Grant(World.Subscription, LabRole.Owner);
        await World.Client.Put(id + "/providers/Microsoft.Resources/tags/default", """{"properties":{"tags":{"b":"2"}}}""");
        etags.Add(await Etag(id));
        Assert.Equal(6, etags.Distinct().Count());
        Assert.All(etags, etag => Assert.Matches("^W/\"[0-9a-f-]{36}\"$", etag));
    }

    [Fact, ArmFact("1.6", "3.14")]
    public async Task A_write_with_the_wrong_etag_is_refused_and_with_the_right_one_done()
    {
        const string body = """{"location":"westeurope"}""";
        string id = await World.Store(Tables, "rt", "{}");
        string etag = await Etag(id);
        foreach ((string method, string? content) in new[] { ("PUT", body), ("PATCH", """{"tags":{}}"""), ("DELETE", null) })
        {
            LabReply refused = await World.Client.Send(method, id, content, LabClient.Version, ("If-Match", "W/\"00000000-0000-0000-0000-000000000000\""));
            Assert.Equal((412, "PreconditionFailed"), (refused.Status, refused.Code));
        }

        Assert.Equal(412, (await World.Client.Send("PUT", id, body, LabClient.Version, ("If-None-Match", "*"))).Status);
        Assert.Equal(412, (await World.Client.Send("PUT", id + "2", body, LabClient.Version, ("If-Match", "*"))).Status);
        Assert.Equal(201, (await World.Client.Send("PUT", id + "2", body, LabClient.Version, ("If-None-Match", "*"))).Status);
        Assert.Equal(etag, await Etag(id));
        Assert.Equal(200, (await World.Client.Send("PUT", id, body, LabClient.Version, ("If-Match", etag))).Status);
        Assert.Equal(200, (await World.Client.Send("DELETE", id, null, LabClient.Version, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task A_group_and_a_table_say_who_uses_them_and_do_not_keep_what_is_sent_back()
    {
        string group = await World.Store(Groups, "nsg", "{}");
        string table = await World.Store(Tables, "rt", "{}");
        await World.NetworkWithSubnet("a", 1, $$$""","networkSecurityGroup":{"id":"{{{group}}}"},"routeTable":{"id":"{{{table}}}"}""");
        string nic = await World.Interface("nic", "a", "10.1.0.4", $$$""","networkSecurityGroup":{"id":"{{{group}}}"}""");
        LabReply shown = await World.Client.Get(group);
        Assert.Equal([World.Id("a") + "/subnets/snet-app"], Ids(shown.Properties["subnets"]));
        Assert.Equal([nic], Ids(shown.Properties["networkInterfaces"]));
        Assert.Equal([World.Id("a") + "/subnets/snet-app"], Ids((await World.Client.Get(table)).Properties["subnets"]));
        JsonNode listed = (await World.Client.Get($"{World.Group}/providers/{Groups}")).Json["value"]![0]!;
        Assert.Equal(shown.Text, listed.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        await World.Client.Put(group, shown.Text);
        await World.NetworkWithSubnet("a", 1);
        Assert.Null((await World.Client.Get(group)).Properties["subnets"]);
        Assert.NotNull((await World.Client.Get(group)).Properties["networkInterfaces"]);
    }

    [Fact]
    public async Task What_is_in_use_cannot_be_deleted_until_nobody_names_it()
    {
        string group = await World.Store(Groups, "nsg", "{}");
        string table = await World.Store(Tables, "rt", "{}");
        await World.NetworkWithSubnet("a", 1, $$$""","networkSecurityGroup":{"id":"{{{group}}}"},"routeTable":{"id":"{{{table}}}"}""");
        LabReply ofGroup = await World.Client.Delete(group);
        Assert.Equal((400, "InUseNetworkSecurityGroupCannotBeDeleted"), (ofGroup.Status, ofGroup.Code));
        Assert.Contains($"Network security group {group} cannot be deleted because it is in use by the following resources: {World.Id("a")}/subnets/snet-app.", ofGroup.Message, StringComparison.Ordinal);
        LabReply ofTable = await World.Client.Delete(table);
        Assert.Equal((400, "InUseRouteTableCannotBeDeleted", "Route table rt is in use and cannot be deleted."), (ofTable.Status, ofTable.Code, ofTable.Message));
        await World.NetworkWithSubnet("a", 1);
        Assert.Equal((200, 200), ((await World.Client.Delete(group)).Status, (await World.Client.Delete(table)).Status));
    }

    [Fact]
    public async Task A_new_networking_resource_needs_a_location_and_one_that_is_replaced_keeps_its_own()
    {
        string id = World.Stored("Microsoft.Network/privateDnsZones", "z.example");
        LabReply refused = await World.Client.Put(id, """{"properties":{}}""");
        Assert.Equal((400, "LocationRequired"), (refused.Status, refused.Code));
        Assert.Equal(404, (await World.Client.Get(id)).Status);
        Assert.Equal(201, (await World.Client.Put(id, """{"location":"global"}""")).Status);
        Assert.Equal("global", (string?)(await World.Client.Put(id, "{}")).Json["location"]);
        Assert.Equal(201, (await World.Client.Put(World.Stored("Microsoft.Network/networkManagers", "m/networkGroups/g"), """{"properties":{}}""")).Status);
    }

    [Theory, ArmFact("3.9")]
    [InlineData("Microsoft.Network/privateDnsZones", "z.example", "virtualNetworkLinks")]
    [InlineData("Microsoft.Network/networkManagers", "manager", "networkGroups")]
    public async Task A_list_below_a_parent_that_is_not_there_names_the_parent(string type, string name, string children)
    {
        string list = $"{World.Stored(type, name)}/{children}";
        LabReply reply = await World.Client.Get(list);
        Assert.Equal((404, "ParentResourceNotFound"), (reply.Status, reply.Code));
        Assert.Contains($"{type}/{name}", reply.Message, StringComparison.Ordinal);
        await World.Store(type, name, "{}");
        Assert.Empty((await World.Client.Get(list)).Json["value"]!.AsArray());
    }

    private async Task<string> Etag(string id)
    {
        LabReply reply = await World.Client.Get(id);
        Assert.Equal((string?)reply.Json["etag"], reply.Headers["ETag"]);
        return reply.Headers["ETag"];
    }

    private static string[] Ids(JsonNode? list) => [.. list!.AsArray().Select(item => (string)item!["id"]!)];
}
