using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

public sealed class TagAndLockTests : LabTest
{
    private const string TagVersion = "2021-04-01";
    private const string LockVersion = "2016-09-01";

    private string Tags => World.Id("a") + "/providers/Microsoft.Resources/tags/default";

    [Fact, ArmFact("1.11")]
    public async Task Tags_are_merged_replaced_and_deleted()
    {
        await World.Networks("a");
        LabReply merged = await Patch("Merge", """{"owner":"dana","env":"prod"}""");
        Assert.Equal((200, """{"owner":"dana","env":"prod"}"""), (merged.Status, merged.Properties["tags"]!.ToJsonString()));
        Assert.Equal("""{"owner":"dana","env":"test"}""", (await Patch("Merge", """{"ENV":"test"}""")).Properties["tags"]!.ToJsonString());
        Assert.Equal("""{"owner":"dana"}""", (await Patch("Delete", """{"env":"test"}""")).Properties["tags"]!.ToJsonString());
        Assert.Equal("""{"a":"b"}""", (await Patch("Replace", """{"a":"b"}""")).Properties["tags"]!.ToJsonString());
        Assert.Equal("b", (string)(await World.Client.Get(World.Id("a"))).Json["tags"]!["a"]!);
        Assert.Equal("""{"c":"d"}""", (await World.Client.Send("PUT", Tags, """{"properties":{"tags":{"c":"d"}}}""", TagVersion)).Properties["tags"]!.ToJsonString());
        Assert.Equal(200, (await World.Client.Send("DELETE", Tags, null, TagVersion)).Status);
        Assert.Equal("{}", (await World.Client.Get(Tags, TagVersion)).Properties["tags"]!.ToJsonString());
    }

    [Fact, ArmFact("4.2")]
    public async Task Tags_have_limits_and_peerings_have_no_tags()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b");
        Assert.Equal("InvalidTagNameCharacters", (await Patch("Merge", """{"a/b":"x"}""")).Code);
        Assert.Equal("InvalidTagValueLength", (await Patch("Merge", "{\"a\":\"" + new string('x', 257) + "\"}")).Code);
        string fifty = "{" + string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"t{i}\":\"v\"")) + "}";
        Assert.Equal(200, (await Patch("Merge", fifty)).Status);
        Assert.Equal("InvalidTagCount", (await Patch("Merge", """{"one":"more"}""")).Code);
        Assert.Equal(400, (await World.Client.Get(World.Half("a", "b") + "/providers/Microsoft.Resources/tags/default", TagVersion)).Status);
    }

    [Theory, ArmFact("3.7", "1.11")]
    [InlineData("subscription")]
    [InlineData("group")]
    [InlineData("network")]
    [InlineData("peering")]
    public async Task A_lock_anywhere_above_stops_the_deletion_of_a_peering(string where)
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b");
        string scope = where switch { "subscription" => World.Subscription, "group" => World.Group, "network" => World.Id("a"), _ => World.Half("a", "b") };
        Assert.Equal(201, Lock(scope, "CanNotDelete"));
        LabReply refused = await World.Client.Delete(World.Half("a", "b"));
        Assert.Equal((409, "ScopeLocked"), (refused.Status, refused.Code));
        Assert.Contains($"locked: '{scope}'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await World.Peer("a", "b")).Status);
        World.Lab.Send("DELETE", scope + "/providers/Microsoft.Authorization/locks/keep?api-version=" + LockVersion).Dispose();
        Assert.Equal(202, (await World.Client.Delete(World.Half("a", "b"))).Status);
    }

    [Fact, ArmFact("3.7")]
    public async Task A_read_only_lock_stops_writes_and_tags_too_and_one_below_stops_deletion_above()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b");
        Lock(World.Id("a"), "ReadOnly");
        LabReply refused = await World.Peer("a", "b");
        Assert.Equal((409, "ScopeLocked"), (refused.Status, refused.Code));
        Assert.Contains("cannot perform write operation", refused.Message, StringComparison.Ordinal);
        Assert.Equal("ScopeLocked", (await Patch("Merge", """{"a":"b"}""")).Code);
        World.Lab.Principals[0].Grant(World.Group, LabRole.Owner);
        Assert.Equal("ScopeLocked", (await World.Client.Send("DELETE", World.Group, null, "2021-04-01")).Code);
    }

    [Fact, ArmFact("1.11")]
    public async Task A_scope_may_come_encoded_and_a_slash_doubled()
    {
        await World.Networks("a");
        string encoded = "/" + Uri.EscapeDataString(World.Id("a")) + "/providers/Microsoft.Authorization/locks/keep?api-version=" + LockVersion;
        using HttpResponseMessage put = World.Lab.Send("PUT", encoded, """{"properties":{"level":"ReadOnly","notes":"n"}}""");
        Assert.Equal(201, (int)put.StatusCode);
        using HttpResponseMessage list = World.Lab.Send("GET", World.Group + "/providers/Microsoft.Network//virtualNetworks/a/providers/Microsoft.Authorization/locks?api-version=" + LockVersion);
        Assert.Contains(World.Id("a") + "/providers/Microsoft.Authorization/locks/keep", await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private int Lock(string scope, string level)
    {
        using HttpResponseMessage put = World.Lab.Send("PUT", $"{scope}/providers/Microsoft.Authorization/locks/keep?api-version={LockVersion}", $$$"""{"properties":{"level":"{{{level}}}"}}""");
        return (int)put.StatusCode;
    }

    private Task<LabReply> Patch(string operation, string tags) =>
        World.Client.Send("PATCH", Tags, "{\"operation\":\"" + operation + "\",\"properties\":{\"tags\":" + tags + "}}", TagVersion);
}
