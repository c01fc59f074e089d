using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>What is in force on either half after a network has changed its prefixes, and what a sync mends.</summary>
public sealed class SyncTests : LabTest
{
    [Fact, ArmFact("2.4", "0.2", "0.3")]
    public async Task A_grown_network_is_remote_not_in_sync_at_itself_and_local_not_in_sync_at_its_peer()
    {
        await Grown();
        LabReply a = await World.Get("a", "b");
        LabReply b = await World.Get("b", "a");
        Assert.Equal(("Connected", "RemoteNotInSync"), (a.State, a.Level));
        Assert.Equal(("Connected", "LocalNotInSync"), (b.State, b.Level));
        Assert.Equal(["10.1.0.0/16"], Prefixes(b, "remoteAddressSpace"));
        Assert.Equal(["10.1.0.0/16", "10.11.0.0/16"], Prefixes(b, "remoteVirtualNetworkAddressSpace"));
        Assert.Equal(["10.2.0.0/16"], Prefixes(a, "remoteAddressSpace"));
    }

    [Fact, ArmFact("2.4")]
    public async Task The_answer_to_the_resize_shows_the_new_level_already()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        LabReply put = await World.Network("a", "10.1.0.0/16", "10.11.0.0/16");
        Assert.Equal("RemoteNotInSync", (string)put.Properties["virtualNetworkPeerings"]![0]!["properties"]!["peeringSyncLevel"]!);
    }

    [Theory, ArmFact("2.5", "0.3")]
    [InlineData("true")]
    [InlineData("True")]
    public async Task One_sync_at_the_local_side_brings_both_into_sync(string value)
    {
        await Grown();
        LabReply sync = await World.Peer("b", "a", query: "?syncRemoteAddressSpace=" + value);
        Assert.Equal((200, "FullyInSync"), (sync.Status, sync.Level));
        Assert.Equal(["10.1.0.0/16", "10.11.0.0/16"], Prefixes(await World.Get("b", "a"), "remoteAddressSpace"));
        Assert.Equal("FullyInSync", (await World.Get("a", "b")).Level);
    }

    [Fact, ArmFact("2.6", "0.2")]
    public async Task A_sync_at_the_wrong_side_succeeds_and_changes_nothing()
    {
        await Grown();
        LabReply sync = await World.Peer("a", "b", query: "?syncRemoteAddressSpace=true");
        Assert.Equal((200, "RemoteNotInSync"), (sync.Status, sync.Level));
        Assert.Equal("LocalNotInSync", (await World.Get("b", "a")).Level);
    }

    [Fact, ArmFact("2.7")]
    public async Task A_plain_put_does_not_sync()
    {
        await Grown();
        await World.Peer("b", "a");
        Assert.Equal("LocalNotInSync", (await World.Get("b", "a")).Level);
    }

    [Fact, ArmFact("2.8")]
    public async Task When_both_grew_each_side_needs_its_own_sync()
    {
        await Grown();
        await World.Network("b", "10.2.0.0/16", "10.12.0.0/16");
        Assert.Equal("LocalAndRemoteNotInSync", (await World.Get("a", "b")).Level);
        Assert.Equal("LocalAndRemoteNotInSync", (await World.Get("b", "a")).Level);
        await World.Peer("a", "b", query: "?syncRemoteAddressSpace=true");
        Assert.Equal(("RemoteNotInSync", "LocalNotInSync"), ((await World.Get("a", "b")).Level, (await World.Get("b", "a")).Level));
        await World.Peer("b", "a", query: "?syncRemoteAddressSpace=true");
        Assert.Equal(("FullyInSync", "FullyInSync"), ((await World.Get("a", "b")).Level, (await World.Get("b", "a")).Level));
    }

    [Fact, ArmFact("2.9")]
    public async Task A_dropped_prefix_stays_in_force_at_the_peer_until_the_sync()
    {
        await World.Networks("b");
        await World.Network("a", "10.5.0.0/16", "10.6.0.0/16");
        await World.Pair("a", "b");
        await World.Network("a", "10.5.0.0/16");
        LabReply b = await World.Get("b", "a");
        Assert.Equal("LocalNotInSync", b.Level);
        Assert.Equal(["10.5.0.0/16", "10.6.0.0/16"], Prefixes(b, "remoteAddressSpace"));
    }

    private static string[] Prefixes(LabReply reply, string member) => [.. reply.Properties[member]!["addressPrefixes"]!.AsArray().Select(p => (string)p!)];

    private async Task Grown()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        Assert.Equal(200, (await World.Network("a", "10.1.0.0/16", "10.11.0.0/16")).Status);
    }
}
