using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Resource Graph: an answer comes whole or is a failure, and its quota is kept.</summary>
public class GraphTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly GraphScope Scope = new() { SubscriptionIds = [Samples.Subscription] };

    [Fact]
    public async Task Pages_are_followed_by_their_token_and_the_query_and_the_scope_stay_the_same()
    {
        ScriptedArm arm = ScriptedArm.Of(() => Page(["a", "b"], 3, "next"), () => Page(["c"], 3, null));
        List<VirtualNetwork> networks = await QueryAsync(arm);
        Assert.Equal(["a", "b", "c"], networks.Select(n => n.Id.Name));
        Assert.All(networks, n => Assert.Equal(("westeurope", "g1", "Connected", "b"), (n.Location, n.ResourceGuid, n.Peerings.Single().PeeringState, n.Tags["a"])));
        SentRequest[] sent = [.. arm.Requests];
        Assert.All(sent, r => Assert.Equal("POST /providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01", $"{r.Method} {r.Uri.PathAndQuery}"));
        JsonNode[] bodies = [.. sent.Select(r => JsonNode.Parse(r.Body)!)];
        Assert.Equal((string?)bodies[0]["query"], (string?)bodies[1]["query"]);
        Assert.DoesNotContain("mv-expand", (string)bodies[0]["query"]!, StringComparison.Ordinal);
        Assert.Equal([null, "next"], bodies.Select(b => (string?)b["options"]!["$skipToken"]));
        Assert.All(bodies, b => Assert.Equal((1000, Samples.Subscription), ((int)b["options"]!["$top"]!, (string?)b["subscriptions"]!.AsArray().Single())));
    }

    [Fact]
    public async Task A_management_group_travels_as_data_and_never_as_part_of_the_query()
    {
        ScriptedArm arm = ScriptedArm.Of(() => Page([], 0, null));
        _ = await QueryAsync(arm, new GraphScope { ManagementGroupId = "x' | take 1 //" });
        JsonNode body = JsonNode.Parse(arm.Requests.Single().Body)!;
        Assert.Equal("x' | take 1 //", (string?)body["managementGroups"]!.AsArray().Single());
        Assert.DoesNotContain("take", (string)body["query"]!, StringComparison.Ordinal);
        Assert.Null(body["subscriptions"]);
    }

    [Fact]
    public async Task Rows_that_were_cut_off_are_an_error()
    {
        PeeringException error = await FailAsync(ScriptedArm.Of(() => Page(["a"], 1, null, truncated: "true")));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_rows_than_announced_are_an_error_and_a_network_that_comes_twice_counts_once()
    {
        Assert.Contains("announced 3 rows and gave 2", (await FailAsync(ScriptedArm.Of(() => Page(["a", "b"], 3, null)))).Message, StringComparison.Ordinal);
        ScriptedArm twice = ScriptedArm.Of(() => Page(["a", "b"], 3, "next"), () => Page(["B"], 3, null));
        Assert.Contains("announced 3 rows and gave 2", (await FailAsync(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estate_that_changes_between_pages_is_no_error()
    {
        ScriptedArm grown = ScriptedArm.Of(() => Page(["a", "b"], 3, "next"), () => Page(["c"], 4, null));
        Assert.Equal(3, (await QueryAsync(grown)).Count);
        ScriptedArm shrunk = ScriptedArm.Of(() => Page(["a", "b"], 3, "next"), () => Page([], 2, null));
        Assert.Equal(2, (await QueryAsync(shrunk)).Count);
    }

    [Fact]
    public async Task A_token_that_leads_in_a_circle_is_an_error() =>
        Assert.Contains("already shown", (await FailAsync(ScriptedArm.Of(() => Page(["a"], 9, "again")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_tenant_with_more_subscriptions_than_Graph_looks_into_is_an_error()
    {
        PeeringException error = await FailAsync(ScriptedArm.Of(() => Page(["a"], 1, null, headers: ("x-ms-tenant-subscription-limit-hit", "true"))));
        Assert.Contains("left subscriptions out", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"totalRecords":0,"count":0}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[{"id":"nonsense"}]}""")]
    [InlineData("""{"data":[{}]}""")]
    [InlineData("""{"data":[],"totalRecords":"many"}""")]
    [InlineData("[]")]
    public async Task An_answer_without_readable_rows_is_an_error_and_no_empty_estate(string body) =>
        Assert.Equal(nameof(Errors.UnexpectedAnswer), (await FailAsync(ScriptedArm.Of(() => ScriptedArm.Json(body)))).Error.Id);

    [Fact]
    public async Task A_used_up_quota_is_waited_for_and_said_before_the_next_query()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => Page(["a"], 2, "next", headers: [("x-ms-user-quota-remaining", "0"), ("x-ms-user-quota-resets-after", "00:00:04")]), () => Page(["b"], 2, null));
        Assert.Equal(2, (await QueryAsync(arm)).Count);
        Assert.Equal([TimeSpan.FromSeconds(4)], arm.Clock.Waits);
        Assert.Contains("the next query is sent in 4 s", Assert.Single(arm.Reporter.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "00:00:04")]
    [InlineData("0", "23:00:00")]
    [InlineData("0", "soon")]
    [InlineData("-3", "00:00:04")]
    public async Task A_quota_that_is_left_or_says_nothing_usable_costs_no_wait(string left, string reset)
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => Page(["a"], 2, "next", headers: [("x-ms-user-quota-remaining", left), ("x-ms-user-quota-resets-after", reset)]), () => Page(["b"], 2, null));
        Assert.Equal(2, (await QueryAsync(arm)).Count);
        Assert.Empty(arm.Clock.Waits);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("x-ms-user-quota-resets-after", "00:00:03", 3)]
    public async Task A_throttled_query_is_a_read_and_sent_again_when_it_is_time(string header, string value, double seconds)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.TooManyRequests, "RateLimiting", (header, value)), () => Page(["a"], 1, null));
        Assert.Single(await QueryAsync(arm));
        Assert.Equal([TimeSpan.FromSeconds(seconds)], arm.Clock.Waits);
        Assert.Equal(arm.Requests.First().Body, arm.Requests.Last().Body);
    }

    [Fact]
    public async Task Throttling_without_end_is_an_error_in_the_end()
    {
        PeeringException error = await FailAsync(ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.TooManyRequests, "RateLimiting", ("Retry-After", "60"))));
        Assert.Equal(nameof(Errors.Throttled), error.Error.Id);
    }

    [Fact]
    public async Task What_Graph_refuses_is_told_in_the_words_of_its_details()
    {
        const string Body = """{"error":{"code":"BadRequest","message":"timestamp = 1","details":[{"code":"InvalidQuery","message":"Query is invalid."},{"code":"ParserFailure","message":"x"}]}}""";
        PeeringException error = await FailAsync(ScriptedArm.Of(() => ScriptedArm.Json(Body, HttpStatusCode.BadRequest)));
        Assert.Equal((nameof(Errors.RequestRefused), "InvalidQuery"), (error.Error.Id, error.Error.AzureCode));
        Assert.Contains("Resource Graph", error.Message, StringComparison.Ordinal);
        Assert.Contains("Query is invalid.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<PeeringException> FailAsync(ScriptedArm arm) => await Assert.ThrowsAsync<PeeringException>(() => QueryAsync(arm));

    private static async Task<List<VirtualNetwork>> QueryAsync(ScriptedArm arm, GraphScope? scope = null)
    {
        List<VirtualNetwork> networks = [];
        await foreach (IReadOnlyList<VirtualNetwork> page in arm.Open().QueryVirtualNetworksAsync(scope ?? Scope, Cancel)) networks.AddRange(page);
        return networks;
    }

    private static HttpResponseMessage Page(
        string[] names, int total, string? token, string truncated = "false", params (string Name, string Value)[] headers)
    {
        string rows = string.Join(",", names.Select(Row));
        string next = token is null ? "" : $",\"$skipToken\":\"{token}\"";
        string count = names.Length.ToString(CultureInfo.InvariantCulture);
        return ScriptedArm.Json(
            $$"""{"totalRecords":{{total}},"count":{{count}},"data":[{{rows}}],"facets":[],"resultTruncated":"{{truncated}}"{{next}}}""", HttpStatusCode.OK, headers);
    }

    private static string Row(string name) => $$"""
        {"id":"{{ResourceId.ForVirtualNetwork(Samples.Subscription, "net", name)}}","location":"westeurope","tags":{"a":"b"},"provisioningState":"Succeeded",
        "resourceGuid":"g1","addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"virtualNetworkPeerings":[{{Samples.Peering()}}],"more":{"ignored":[1] } }
        """;
}
