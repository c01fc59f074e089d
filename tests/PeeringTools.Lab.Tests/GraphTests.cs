using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Resource Graph: rows, pages, quota, rights, and a refusal for every query that is not understood.</summary>
public sealed class GraphTests : LabTest
{
    private const string Path = "/providers/Microsoft.ResourceGraph/resources";
    private const string All = "resources | where type =~ 'Microsoft.Network/virtualNetworks' | project id, name | order by id asc";
    private const string Reader = "8d6d9b2c-44c6-4d62-8a54-2d7f1dfb4f01";

    public static TheoryData<string> Refused =>
    [
        "", "securityresources", "resources", "resources | project id", "resources | where type =~ 'microsoft.compute/virtualmachines'",
        All + " | mv-expand p = properties.virtualNetworkPeerings", All + " | summarize count()", All + " | count", All + " | extend a = 1",
        "resources | where type contains 'virtualnetworks'", "resources | where type =~ 'microsoft.network/virtualnetworks' or 1 == 1",
        "resources | where type =~ 'microsoft.network/virtualnetworks' | project id, x = strcat(name, id)",
        "resources | where type =~ 'microsoft.network/virtualnetworks' | project id, id", "resources | where type =~ 'microsoft.network/virtualnetworks' | project etag",
        "resources | where type =~ 'microsoft.network/virtualnetworks' | order by name asc", All + " | where name == 'a'", All + " | limit 0x10", All + " | limit",
        "resources | where type =~ 'microsoft.network/virtualnetworks", @"resources | where name == 'a\'b' | where type =~ 'microsoft.network/virtualnetworks'", All + " // rest",
    ];

    [Fact, ArmFact("1.11")]
    public async Task A_query_gives_rows_with_the_projected_columns_and_says_how_many_there_are()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        LabReply reply = await Query("resources | where type =~ 'microsoft.network/virtualnetworks' | where name == 'a' | project id, space = properties.addressSpace, state = tostring(properties.provisioningState), p = properties.virtualNetworkPeerings, none = properties.nothing");
        Assert.Equal(200, reply.Status);
        Assert.Equal((1, 1, "false"), ((int)reply.Json["totalRecords"]!, (int)reply.Json["count"]!, (string?)reply.Json["resultTruncated"]));
        JsonNode row = Assert.Single(reply.Json["data"]!.AsArray())!;
        Assert.Equal(["id", "space", "state", "p", "none"], row.AsObject().Select(m => m.Key));
        Assert.Equal((World.Id("a"), "Succeeded", null), ((string?)row["id"], (string?)row["state"], row["none"]));
        Assert.Equal("Connected", (string?)row["p"]![0]!["properties"]!["peeringState"]);
        Assert.Null(reply.Json["$skipToken"]);
    }

    [Fact]
    public async Task Without_a_projection_a_row_has_all_columns_and_its_type_in_lower_case()
    {
        await World.Networks("a");
        JsonNode row = Rows(await Query("resources | where type == 'microsoft.network/virtualnetworks'")).Single();
        Assert.Equal("microsoft.network/virtualnetworks", (string?)row["type"]);
        Assert.Equal((World.Lab.Subscriptions[0].SubscriptionId, "rg-network"), ((string?)row["subscriptionId"], (string?)row["resourceGroup"]));
        Assert.Empty(Rows(await Query("resources | where type == 'Microsoft.Network/virtualNetworks'")));
    }

    [Fact, ArmFact("1.11")]
    public async Task Pages_go_on_with_a_skip_token_until_every_row_came_once()
    {
        await World.Networks("a", "b", "c", "d", "e");
        List<string> names = [];
        string? token = null;
        do
        {
            LabReply page = await Query(All, new JsonObject { ["$top"] = 2, ["$skipToken"] = token });
            Assert.Equal((5, "false"), ((int)page.Json["totalRecords"]!, (string?)page.Json["resultTruncated"]));
            names.AddRange(Rows(page).Select(row => (string)row["name"]!));
            token = (string?)page.Json["$skipToken"];
        }
        while (token is not null);
        Assert.Equal(["a", "b", "c", "d", "e"], names);
        Assert.Equal(["e", "d"], Rows(await Query(All.Replace(" asc", "", StringComparison.Ordinal) + " | limit 2")).Select(row => (string)row["name"]!));
    }

    [Fact]
    public async Task What_every_SDK_sends_with_a_query_is_understood_and_rows_can_be_skipped()
    {
        await World.Networks("a", "b", "c");
        LabReply reply = await Query(All, new JsonObject
        {
            ["$top"] = 1,
            ["$skip"] = 1,
            ["resultFormat"] = "objectArray",
            ["allowPartialScopes"] = false,
            ["authorizationScopeFilter"] = "AtScopeAndBelow",
        });
        Assert.Equal((3, "b"), ((int)reply.Json["totalRecords"]!, (string)Assert.Single(Rows(reply))["name"]!));
        reply = await Query(All, new JsonObject { ["$top"] = 5, ["$skip"] = 1, ["$skipToken"] = (string)reply.Json["$skipToken"]! });
        Assert.Equal(["c"], Rows(reply).Select(row => (string)row["name"]!));
    }

    [Fact]
    public async Task Rows_that_no_page_can_bring_are_said_to_be_cut_off()
    {
        await World.Networks("a", "b", "c");
        LabReply reply = await Query("resources | where type =~ 'microsoft.network/virtualnetworks' | project name", new JsonObject { ["$top"] = 2 });
        Assert.Equal((2, "true", null), (Rows(reply).Length, (string?)reply.Json["resultTruncated"], reply.Json["$skipToken"]));
        World.Lab.AddFault(new LabFault { Path = Path, Effect = LabFaultEffect.TruncateResult });
        reply = await Query(All);
        Assert.Equal((1, "true", null), (Rows(reply).Length, (string?)reply.Json["resultTruncated"], reply.Json["$skipToken"]));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_query_that_is_not_understood_is_refused_and_never_answered_wrongly(string query)
    {
        LabReply reply = await Query(query);
        Assert.Equal((400, "BadRequest", "InvalidQuery"), (reply.Status, reply.Code, (string?)reply.Json["error"]!["details"]![0]!["code"]));
    }

    [Theory]
    [InlineData("""{"$skip":-1}""")]
    [InlineData("""{"authorizationScopeFilter":"AtScopeExact"}""")]
    [InlineData("""{"$top":1001}""")]
    [InlineData("""{"$top":0}""")]
    [InlineData("""{"resultFormat":"table"}""")]
    [InlineData("""{"$skipToken":"nonsense"}""")]
    public async Task An_option_that_is_not_understood_is_refused(string options) =>
        Assert.Equal(400, (await Query(All, JsonNode.Parse(options)!.AsObject())).Status);

    [Fact, ArmFact("4.4")]
    public async Task Fifteen_queries_in_five_seconds_are_answered_and_the_sixteenth_only_where_limits_are_off()
    {
        FakeTimeProvider time = new();
        using World world = new(new LabOptions { TimeProvider = time, EnforceRateLimits = true });
        LabReply first = await Send(world.Client, world.Lab, All, null);
        Assert.Equal(("14", "00:00:05"), (first.Headers["x-ms-user-quota-remaining"], first.Headers["x-ms-user-quota-resets-after"]));
        time.Advance(TimeSpan.FromSeconds(2));
        for (int i = 0; i < 14; i++) Assert.Equal(200, (await Send(world.Client, world.Lab, All, null)).Status);
        LabReply refused = await Send(world.Client, world.Lab, All, null);
        Assert.Equal((429, "RateLimiting", "00:00:03"), (refused.Status, refused.Code, refused.Headers["x-ms-user-quota-resets-after"]));
        world.Lab.Options.EnforceRateLimits = false;
        Assert.Equal(200, (await Send(world.Client, world.Lab, All, null)).Status);
        world.Lab.Options.EnforceRateLimits = true;
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("14", (await Send(world.Client, world.Lab, All, null)).Headers["x-ms-user-quota-remaining"]);
    }

    [Fact, ArmFact("4.4")]
    public async Task Only_what_the_caller_may_read_is_a_row_and_a_scope_without_any_right_is_refused()
    {
        await World.Networks("a", "b");
        World.Lab.AddPrincipal(Reader, "reader@contoso.example", World.Lab.Tenants[0].TenantId).Grant(World.Id("b"), LabRole.Reader);
        using LabClient reader = new(World.Lab, Reader);
        Assert.Equal(["b"], Rows(await Send(reader, World.Lab, All, null)).Select(row => (string)row["name"]!));
        World.Lab.Principals[1].Revoke(World.Id("b"));
        LabReply refused = await Send(reader, World.Lab, All, null);
        Assert.Equal("NoValidSubscriptionsInQueryRequest", (string?)refused.Json["error"]!["details"]![0]!["code"]);
    }

    [Fact]
    public async Task A_management_group_holds_its_own_subscriptions_and_those_of_the_groups_below()
    {
        string tenant = World.Lab.Tenants[0].TenantId;
        string first = World.Lab.Subscriptions[0].SubscriptionId;
        World.Lab.AddManagementGroup("platform", null);
        World.Lab.AddManagementGroup("landing", "platform", first);
        foreach (string group in new[] { tenant, "platform", "LANDING" })
        {
            JsonNode row = Rows(await QueryGroup("resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project id, subscriptionId", group)).Single();
            Assert.Equal(first, (string?)row["subscriptionId"]);
        }

        World.Lab.AddManagementGroup("empty", null);
        Assert.Empty(Rows(await QueryGroup(All, "empty")));
        Assert.Equal(403, (await QueryGroup(All, "nowhere")).Status);
        Assert.Throws<ArgumentException>(() => World.Lab.AddManagementGroup("landing", null));
    }

    [Fact]
    public async Task A_query_is_no_write()
    {
        await World.Networks("a");
        World.Lab.Ledger.Clear();
        Assert.Equal(200, (await Query(All)).Status);
        Assert.Equal((1, 0), (World.Lab.Ledger.Requests.Count, World.Lab.Ledger.Writes));
    }

    private static JsonNode[] Rows(LabReply reply) => [.. reply.Json["data"]!.AsArray().Select(row => row!)];

    private static Task<LabReply> Send(LabClient client, ArmLab lab, string query, JsonObject? options)
    {
        JsonObject body = new() { ["subscriptions"] = new JsonArray(lab.Subscriptions[0].SubscriptionId), ["query"] = query };
        if (options is not null) body["options"] = options;
        return client.Send("POST", Path, body.ToJsonString(), "2021-03-01");
    }

    private Task<LabReply> Query(string query, JsonObject? options = null) => Send(World.Client, World.Lab, query, options);

    private Task<LabReply> QueryGroup(string query, string group) =>
        World.Client.Send("POST", Path, JsonSerializer.Serialize(new { managementGroups = new[] { group }, query }), "2021-03-01");
}
