using System.Text.Json.Nodes;

namespace PeeringTools.Life.Tests;

/// <summary>A PUT replaces the whole side, and the lab resets what one leaves out: what is not asked for stays as it was.</summary>
public sealed class MemberTests
{
    /// <summary>Each writable member with a value that is not the service's default, and one that this module does not know.</summary>
    public static TheoryData<string, string> Members() => new()
    {
        { "allowVirtualNetworkAccess", """{"allowVirtualNetworkAccess":false}""" },
        { "allowForwardedTraffic", """{"allowForwardedTraffic":true}""" },
        { "allowGatewayTransit", """{"allowGatewayTransit":true}""" },
        { "useRemoteGateways", """{"useRemoteGateways":true}""" },
        { "doNotVerifyRemoteGateways", """{"doNotVerifyRemoteGateways":true}""" },
        { "peerCompleteVnets", """{"peerCompleteVnets":false,"localSubnetNames":["a"],"remoteSubnetNames":["a"]}""" },
        { "localSubnetNames", """{"peerCompleteVnets":false,"localSubnetNames":["b","a"],"remoteSubnetNames":["a"]}""" },
        { "remoteSubnetNames", """{"peerCompleteVnets":false,"localSubnetNames":["a"],"remoteSubnetNames":["b"]}""" },
        { "enableOnlyIPv6Peering", """{"enableOnlyIPv6Peering":true}""" },
        { "remoteBgpCommunities", """{"remoteBgpCommunities":{"virtualNetworkCommunity":"12076:20001"}}""" },
        { "somethingAzureInventsTomorrow", """{"somethingAzureInventsTomorrow":{"deep":[1,2,{"x":null}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Set_and_Sync_leave_a_member_that_nobody_asked_about(string member, string body)
    {
        using World world = Networks(member, body, out ResourceId near, out ResourceId far);
        string before = Value(world, near, far, member);
        Assert.NotEqual("null", before);
        // What is asked for is another member than the one that is watched.
        PairFlags flags = member == "allowForwardedTraffic"
            ? new PairFlags { AllowVirtualNetworkAccess = PeeringDirection.None }
            : new PairFlags { AllowForwardedTraffic = PeeringDirection.Both };
        Assert.Empty(world.Do(world.Request(ChangeKind.Set, near, far) with { Flags = flags }).Errors);
        Assert.Equal(2, world.Wire.Writes.Count);
        Assert.Equal(before, Value(world, near, far, member));

        world.Resize(far, "10.1.0.0/16", "10.77.0.0/16");
        world.Forget();
        ChangeOutcome sync = world.Do(world.Request(ChangeKind.Sync, near, far));
        Assert.Empty(sync.Errors);
        Assert.Equal(near.Peering("peer-" + far.Name).Text, Assert.Single(world.Wire.Writes).Path, ignoreCase: true);
        Assert.Equal(before, Value(world, near, far, member));
    }

    [Fact]
    public void The_lab_does_reset_what_a_PUT_leaves_out()
    {
        using World world = Networks("", """{"somethingAzureInventsTomorrow":1,"remoteBgpCommunities":{"virtualNetworkCommunity":"12076:20001"}}""", out ResourceId near, out ResourceId far);
        world.Half(near, far);
        Assert.Equal("null", Value(world, near, far, "somethingAzureInventsTomorrow"));
        Assert.Equal("null", Value(world, near, far, "remoteBgpCommunities"));
    }

    private static World Networks(string member, string body, out ResourceId near, out ResourceId far)
    {
        World world = new(empty: true);
        world.Lab.Options.AdmitPeeringMembers = ["somethingAzureInventsTomorrow"];
        bool lends = member == "allowGatewayTransit";
        near = lends ? world.AddWithGateway("near", "10.0.0.0/16") : world.AddIn(world.Group, "near", ["10.0.0.0/16"], "a", "b");
        far = lends ? world.AddIn(world.Group, "far", ["10.1.0.0/16"], "a", "b") : world.AddWithGateway("far", "10.1.0.0/16");
        if (!lends) _ = world.Send("PUT", far.Text + "/subnets/a", new JsonObject { ["properties"] = new JsonObject { ["addressPrefix"] = "10.1.5.0/24" } });
        if (!lends) _ = world.Send("PUT", far.Text + "/subnets/b", new JsonObject { ["properties"] = new JsonObject { ["addressPrefix"] = "10.1.6.0/24" } });
        world.Pair(near, far, "{}", """{"allowGatewayTransit":true}""".Replace("true", lends ? "false" : "true"));
        world.Half(near, far, body);
        world.Forget();
        return world;
    }

    private static string Value(World world, ResourceId near, ResourceId far, string member) =>
        world.Side(near, far)!["properties"]![member]?.ToJsonString() ?? "null";
}
