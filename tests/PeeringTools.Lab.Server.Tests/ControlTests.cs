using System.Text.Json.Nodes;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>The control endpoint, as a script in any language would use it.</summary>
public sealed class ControlTests(RunningServer server) : ServerTest(server)
{
    private const string List = "subscriptions?api-version=2022-12-01";

    [Fact]
    public async Task Without_the_key_of_the_ready_line_nothing_is_told_or_done()
    {
        foreach (string what in (string[])["GET ", "GET principals", "POST reset", "POST stop", "POST tokens"])
        {
            WireReply reply = await Server.ControlAsync(what.Split(' ')[0], what.Split(' ')[1], "{}", key: "wrong");
            Assert.Equal((401, "KeyMissing"), (reply.Status, reply.Code));
        }

        Assert.NotEqual(200, (await Server.GetAsync("control/principals", Server.Token())).Status);
    }

    [Fact]
    public async Task An_estate_is_loaded_by_name_or_from_resources_and_reset()
    {
        JsonNode broken = (await Server.ControlAsync("PUT", "estate?name=broken")).Json;
        Assert.Equal(2, broken["tenants"]!.AsArray().Count);
        string id = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-given";
        string resources = $$$$"""[{"id":"{{{{id}}}}","type":"Microsoft.Network/virtualNetworks","name":"vnet-given","location":"westeurope","properties":{"addressSpace":{"addressPrefixes":["10.9.0.0/16"]}}}]""";
        Assert.Equal(200, (await Server.ControlAsync("PUT", "estate", resources)).Status);
        Assert.Equal(200, (await Server.GetAsync(id + "?api-version=2024-05-01", Server.Token())).Status);
        Assert.Equal(202, (await Server.SendAsync("DELETE", id + "?api-version=2024-05-01", Server.Token())).Status);
        await Server.ControlAsync("POST", "reset");
        Assert.Equal(200, (await Server.GetAsync(id + "?api-version=2024-05-01", Server.Token())).Status);

        Assert.Equal(400, (await Server.ControlAsync("PUT", "estate?name=Nowhere")).Status);
        WireReply wrong = await Server.ControlAsync("PUT", "estate", """[{"id":5}]""");
        Assert.Equal(400, wrong.Status);
        Assert.Contains("Item 0", wrong.Text);
        Assert.Equal(200, (await Server.GetAsync(id + "?api-version=2024-05-01", Server.Token())).Status);
    }

    [Fact]
    public async Task Options_change_while_the_server_runs()
    {
        JsonNode state = (await Server.ControlAsync("PATCH", "options", """{"latencyMs":1,"jitterMs":2,"pace":"recorded","pageSize":1,"compression":false}""")).Json;
        Assert.Equal("""{"latencyMs":1,"jitterMs":2,"pace":"Recorded","pageSize":1,"rateLimits":false,"admitAnySubscription":false,"compression":false}""", state["options"]!.ToJsonString());
        Assert.NotNull((await Server.GetAsync(List, Server.Token())).Json["nextLink"]);
        await Server.ControlAsync("PATCH", "options", """{"latencyMs":0,"jitterMs":0}""");
        WireReply unknown = await Server.ControlAsync("PATCH", "options", """{"latency":1}""");
        Assert.Equal(400, unknown.Status);
        Assert.Contains("'latency' is unknown", unknown.Text);
    }

    [Fact]
    public async Task A_fault_is_described_in_JSON_and_says_how_often_it_struck()
    {
        await Server.ControlAsync("POST", "faults", """{"method":"GET","path":"/subscriptions","effect":"status","status":429,"code":"TooManyRequests","retryAfterSeconds":7,"times":2,"skip":1}""");
        List<int> seen = [];
        for (int i = 0; i < 4; i++) seen.Add((await Server.GetAsync(List, Server.Token())).Status);
        Assert.Equal([200, 429, 429, 200], seen);
        Assert.Equal(2, (int)(await Server.ControlAsync("GET", "faults")).Json["faults"]![0]!["struck"]!);
        Assert.Empty((await Server.ControlAsync("DELETE", "faults")).Json["faults"]!.AsArray());
        Assert.Equal(400, (await Server.ControlAsync("POST", "faults", """{"effect":"Explode"}""")).Status);
        Assert.Equal(400, (await Server.ControlAsync("POST", "faults", """{"effect":"Status","methd":"GET"}""")).Status);
    }

    [Fact]
    public async Task The_ledger_tells_requests_what_is_in_flight_overlaps_and_sign_ins()
    {
        ResourceId hub = Server.Find("vnet-hub");
        ResourceId spoke = Server.Find("vnet-spoke-13");
        await Server.ControlAsync("PATCH", "options", """{"pace":"Recorded"}""");
        Server.Lab.Ledger.Clear();
        foreach (ResourceId network in (ResourceId[])[hub, spoke])
        {
            ResourceId other = network == hub ? spoke : hub;
            using HttpRequestMessage put = new(HttpMethod.Put, new Uri(Server.Server.Endpoint, $"{network.Peering("x").Text}?api-version=2024-05-01"));
            put.Headers.Authorization = new("Bearer", Server.Token());
            put.Content = new StringContent($$$$"""{"properties":{"remoteVirtualNetwork":{"id":"{{{{other.Text}}}}"}}}""", System.Text.Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await Server.Http.SendAsync(put, Cancel);
        }

        JsonNode ledger = (await Server.ControlAsync("GET", "ledger")).Json;
        Assert.Equal(["PUT", "PUT"], ledger["requests"]!.AsArray().Select(r => (string)r!["method"]!));
        Assert.Equal((int)ledger["requests"]![0]!["number"]!, (int)Assert.Single(ledger["inFlight"]!.AsArray())!["number"]!);
        Assert.NotEmpty(ledger["overlappingWrites"]!.AsArray());
        Assert.Equal(Server.Operator.ObjectId, (string)ledger["requests"]![0]!["principalId"]!);
        Assert.Empty((await Server.ControlAsync("DELETE", "ledger")).Json["requests"]!.AsArray());
    }

    [Fact]
    public async Task The_lab_itself_can_be_asked_to_do_what_a_test_needs()
    {
        ResourceId hub = Server.Find("vnet-hub");
        JsonNode reply = (await Server.ControlAsync("POST", "send", $$"""{"method":"GET","path":"{{hub.Text}}?api-version=2024-05-01"}""")).Json;
        Assert.Equal((200, "vnet-hub"), ((int)reply["status"]!, (string)reply["body"]!["name"]!));
        string token = (string)(await Server.ControlAsync("POST", "tokens", """{"principal":"reader","lifetimeSeconds":60}""")).Json["access_token"]!;
        Assert.Equal(200, (await Server.GetAsync(List, token)).Status);
    }

    [Fact]
    public async Task Any_subscription_is_admitted_when_that_was_asked_for()
    {
        await Server.ControlAsync("PATCH", "options", """{"admitAnySubscription":true}""");
        await Server.ControlAsync("POST", "reset");
        string group = $"subscriptions/{Guid.NewGuid()}/resourcegroups/recorded?api-version=2021-04-01";
        Assert.Equal(404, (await Server.GetAsync(group, Server.Token())).Status);
        Assert.Equal("ResourceGroupNotFound", (await Server.GetAsync(group, Server.Token())).Code);
        await Server.ControlAsync("PATCH", "options", """{"admitAnySubscription":false}""");
    }
}
