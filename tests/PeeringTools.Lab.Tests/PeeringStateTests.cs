using PeeringTools.Lab.Tests.Support;
using static PeeringTools.Lab.Tests.Support.World;

namespace PeeringTools.Lab.Tests;

/// <summary>The state machine of a pair, row by row.</summary>
public sealed class PeeringStateTests : LabTest
{
    [Fact, ArmFact("2.1", "0.1")]
    public async Task One_half_alone_is_initiated_and_waits_for_the_remote()
    {
        await World.Networks("a", "b");
        string etag = (string)(await World.Client.Get(World.Id("b"))).Json["etag"]!;
        LabReply put = await World.Peer("a", "b");
        Assert.Equal(("Initiated", "RemoteNotInSync", "Updating"), (put.State, put.Level, (string)put.Properties["provisioningState"]!));
        LabReply read = await World.Get("a", "b");
        Assert.Equal(("Initiated", "RemoteNotInSync", "Succeeded"), (read.State, read.Level, (string)read.Properties["provisioningState"]!));
        Assert.Equal("10.2.0.0/16", (string)read.Properties["remoteAddressSpace"]!["addressPrefixes"]![0]!);
        LabReply remote = await World.Client.Get(World.Id("b"));
        Assert.Empty(remote.Properties["virtualNetworkPeerings"]!.AsArray());
        Assert.NotEqual(etag, (string)remote.Json["etag"]!);
    }

    [Fact, ArmFact("2.2", "0.4")]
    public async Task The_second_half_is_connected_in_its_own_answer_and_the_first_flips_without_a_call()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b");
        LabReply second = await World.Client.Send("PUT", World.Half("b", "a"), World.PeeringBody("a"));
        Assert.Equal(("Connected", "FullyInSync", "Updating"), (second.State, second.Level, (string)second.Properties["provisioningState"]!));
        LabReply first = await World.Get("a", "b");
        Assert.Equal(("Connected", "FullyInSync"), (first.State, first.Level));
    }

    [Fact, ArmFact("2.3")]
    public async Task Changing_flags_keeps_the_state_and_moves_the_other_networks_etag()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        string etag = (string)(await World.Client.Get(World.Id("b"))).Json["etag"]!;
        LabReply put = await World.Peer("a", "b", ",\"allowForwardedTraffic\":true");
        Assert.Equal((200, "Connected", "Updating"), (put.Status, put.State, (string)put.Properties["provisioningState"]!));
        Assert.False((bool)(await World.Get("b", "a")).Properties["allowForwardedTraffic"]!);
        Assert.NotEqual(etag, (string)(await World.Client.Get(World.Id("b"))).Json["etag"]!);
    }

    [Fact, ArmFact("2.10", "0.5")]
    public async Task Deleting_one_half_leaves_the_other_disconnected_with_all_it_had()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b", ",\"allowForwardedTraffic\":true");
        await World.Peer("b", "a");
        LabReply before = await World.Get("a", "b");
        await World.Client.Delete(World.Half("b", "a"));
        LabReply after = await World.Get("a", "b");
        Assert.Equal(("Disconnected", "Succeeded"), (after.State, (string)after.Properties["provisioningState"]!));
        Assert.True((bool)after.Properties["allowForwardedTraffic"]!);
        Assert.Equal((string)before.Properties["resourceGuid"]!, (string)after.Properties["resourceGuid"]!);
        Assert.Equal(["10.2.0.0/16"], Prefixes(after, "remoteAddressSpace"));
        Assert.Equal(404, (await World.Get("b", "a")).Status);
    }

    [Fact, ArmFact("2.11")]
    public async Task A_lonely_half_can_be_deleted()
    {
        await Disconnected();
        Assert.Equal(202, (await World.Client.Delete(World.Half("a", "b"))).Status);
        Assert.Equal(404, (await World.Get("a", "b")).Status);
    }

    [Fact, ArmFact("2.12", "0.6", "3.3")]
    public async Task A_disconnected_remote_refuses_the_new_half()
    {
        await Disconnected();
        LabReply refused = await World.Peer("b", "a");
        Assert.Equal((400, "RemotePeeringIsDisconnected"), (refused.Status, refused.Code));
        Assert.Equal(404, (await World.Get("b", "a")).Status);
    }

    [Fact, ArmFact("2.13", "2.14", "0.6")]
    public async Task A_disconnected_half_that_is_put_again_is_initiated_and_then_both_connect()
    {
        await Disconnected();
        LabReply again = await World.Peer("a", "b");
        Assert.Equal((200, "Initiated", "RemoteNotInSync"), (again.Status, again.State, again.Level));
        LabReply other = await World.Peer("b", "a");
        Assert.Equal((201, "Connected"), (other.Status, other.State));
        Assert.Equal(("Connected", "FullyInSync"), ((await World.Get("a", "b")).State, (await World.Get("a", "b")).Level));
    }

    [Fact, ArmFact("2.15", "2.16")]
    public async Task A_deleted_network_leaves_disconnected_halves_that_its_return_does_not_mend()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        Assert.Equal(202, (await World.Client.Delete(World.Id("b"))).Status);
        Assert.Equal("Disconnected", (await World.Get("a", "b")).State);
        await World.Network("b", "10.2.0.0/16");
        Assert.Equal("Disconnected", (await World.Get("a", "b")).State);
    }

    [Fact, ArmFact("2.15")]
    public async Task A_deleted_group_leaves_disconnected_halves_in_other_groups()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        World.Lab.Principals[0].Grant(World.Subscription, LabRole.Owner);
        string other = World.Subscription + "/resourceGroups/rg-other";
        Assert.Equal(201, (await World.Client.Put(other, """{"location":"westeurope"}""", "2021-04-01")).Status);
        string far = other + "/providers/Microsoft.Network/virtualNetworks/far";
        await World.Client.Put(far, NetworkBody("10.9.0.0/16"));
        await World.Client.Put(far + "/virtualNetworkPeerings/p", World.PeeringBody("a"));
        await World.Client.Put(World.Id("a") + "/virtualNetworkPeerings/p", "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"" + far + "\"}}}");
        LabReply accepted = await World.Client.Send("DELETE", World.Group, null, "2021-04-01");
        Assert.Equal(202, accepted.Status);
        Assert.Equal(200, (await World.Client.Get(accepted.Headers["Location"])).Status);
        Assert.Equal("Disconnected", (await World.Client.Get(far + "/virtualNetworkPeerings/p")).State);
        Assert.Equal("ResourceGroupNotFound", (await World.Client.Get(World.Id("a"))).Code);
    }

    [Fact, ArmFact("2.15")]
    public async Task A_half_that_never_had_a_counterpart_is_disconnected_too_when_its_remote_goes()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b");
        await World.Client.Delete(World.Id("b"));
        Assert.Equal("Disconnected", (await World.Get("a", "b")).State);
    }

    [Fact, ArmFact("2.17")]
    public async Task Access_off_on_both_sides_is_still_connected()
    {
        await World.Networks("a", "b");
        await World.Peer("a", "b", ",\"allowVirtualNetworkAccess\":false");
        await World.Peer("b", "a", ",\"allowVirtualNetworkAccess\":false");
        Assert.Equal(("Connected", "Connected"), ((await World.Get("a", "b")).State, (await World.Get("b", "a")).State));
    }

    [Fact, ArmFact("0.8")]
    public async Task Both_halves_have_one_guid_the_exclusive_or_of_the_networks_guids()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        byte[] a = Guid.Parse((string)(await World.Client.Get(World.Id("a"))).Properties["resourceGuid"]!).ToByteArray();
        byte[] b = Guid.Parse((string)(await World.Client.Get(World.Id("b"))).Properties["resourceGuid"]!).ToByteArray();
        string pair = new Guid([.. a.Zip(b, (x, y) => (byte)(x ^ y))]).ToString();
        Assert.Equal(pair, (string)(await World.Get("a", "b")).Properties["resourceGuid"]!);
        Assert.Equal(pair, (string)(await World.Get("b", "a")).Properties["resourceGuid"]!);
    }

    private static string[] Prefixes(LabReply reply, string member) => [.. reply.Properties[member]!["addressPrefixes"]!.AsArray().Select(p => (string)p!)];

    private async Task Disconnected()
    {
        await World.Networks("a", "b");
        await World.Pair("a", "b");
        await World.Client.Delete(World.Half("b", "a"));
    }
}
