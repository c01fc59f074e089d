using System.Text.Json;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>A PUT replaces the whole side, so it sends back what was read.</summary>
public class PutBodyTests
{
    private const string Unknown =
        """,  "futureMember": { "z" : [1.50, "\u00e9\/", null], "a":1e3 }, "routeServiceVips":{}, "remoteBgpCommunities":{"virtualNetworkCommunity":"12076:1"}""";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_member_that_was_read_goes_back_as_it_came_but_the_planned_one()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering(Unknown)));
        IArmNetwork network = arm.Open();
        PeeringSnapshot basis = await network.GetPeeringAsync(Samples.HubPeering, Cancel);

        await network.PutPeeringAsync(Samples.Write(basis), Cancel);

        SentRequest put = Assert.Single(arm.Requests, r => r.Method == "PUT");
        Dictionary<string, string> before = Members(Samples.Peering(Unknown));
        Dictionary<string, string> after = Members(put.Body);
        Assert.Equal("true", after["allowForwardedTraffic"]);
        before["allowForwardedTraffic"] = "true";
        Assert.Equal(before.OrderBy(m => m.Key, StringComparer.Ordinal), after.OrderBy(m => m.Key, StringComparer.Ordinal));
        Assert.Equal("""{ "z" : [1.50, "\u00e9\/", null], "a":1e3 }""", after["futureMember"]);
        Assert.Equal("?api-version=2024-05-01", put.Uri.Query);
        Assert.Equal("application/json", arm.Requests.First().Headers["Accept"]);
    }

    [Fact]
    public async Task A_new_side_is_the_remote_network_and_what_was_asked_for()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering()));
        PeeringWrite write = Samples.Write() with
        {
            Settings = new PeeringSettings { AllowVirtualNetworkAccess = false, PeerCompleteVnets = false, LocalSubnetNames = ["a\"b"], RemoteSubnetNames = [] },
            SyncRemoteAddressSpace = true,
        };
        await arm.Open().PutPeeringAsync(write, Cancel);
        SentRequest put = arm.Requests.First();
        Assert.Equal(
            $$$"""{"properties":{"remoteVirtualNetwork":{"id":"{{{Samples.Spoke}}}"},"allowVirtualNetworkAccess":false,"peerCompleteVnets":false,"localSubnetNames":["a\u0022b"],"remoteSubnetNames":[]}}""",
            put.Body);
        Assert.Equal("?api-version=2024-05-01&syncRemoteAddressSpace=true", put.Uri.Query);
        Assert.DoesNotContain("If-Match", put.Headers.Keys);
        // The query belongs to the PUT alone.
        Assert.All(arm.Requests.Skip(1), r => Assert.DoesNotContain("sync", r.Uri.Query));
    }

    [Fact]
    public async Task A_remote_network_in_another_casing_goes_back_in_the_casing_it_was_read_in()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering()));
        IArmNetwork network = arm.Open();
        PeeringSnapshot basis = await network.GetPeeringAsync(Samples.HubPeering, Cancel);
        await network.PutPeeringAsync(Samples.Write(basis) with { RemoteVirtualNetworkId = ResourceId.Parse(Samples.Spoke.Text.ToUpperInvariant().Replace("/SUBSCRIPTIONS/", "/subscriptions/")) }, Cancel);
        Assert.Contains(Samples.Spoke.Text, arm.Requests.Last(r => r.Method == "PUT").Body);
    }

    [Fact]
    public async Task Tags_are_patched_one_by_one_and_never_through_the_network()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("{}"));
        IArmNetwork network = arm.Open();
        await network.MergeTagsAsync(Samples.Hub, new Dictionary<string, string> { ["PeeringTools:to-spoke"] = "a;b" }, Cancel);
        await network.DeleteTagsAsync(Samples.Hub, new Dictionary<string, string> { ["PeeringTools:to-spoke"] = "a;b" }, Cancel);
        Assert.All(arm.Requests, r => Assert.Equal($"{Samples.Hub}/providers/Microsoft.Resources/tags/default?api-version=2021-04-01", r.Uri.PathAndQuery));
        Assert.All(arm.Requests, r => Assert.Equal("PATCH", r.Method));
        Assert.Equal(
            ["""{"operation":"Merge","properties":{"tags":{"PeeringTools:to-spoke":"a;b"}}}""", """{"operation":"Delete","properties":{"tags":{"PeeringTools:to-spoke":"a;b"}}}"""],
            arm.Requests.Select(r => r.Body));
    }

    private static Dictionary<string, string> Members(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("properties").EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetRawText());
}
