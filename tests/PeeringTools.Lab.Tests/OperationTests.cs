using Microsoft.Extensions.Time.Testing;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

/// <summary>Long-running operations: headers, polls, ends, and who must wait for whom.</summary>
public sealed class OperationTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact, ArmFact("1.4")]
    public async Task A_network_put_says_three_seconds_and_has_no_location()
    {
        using World world = Recorded();
        LabReply put = await world.Client.Send("PUT", world.Id("a"), World.NetworkBody("10.1.0.0/16"));
        Assert.Equal((201, "3", "Updating"), (put.Status, put.Headers["Retry-After"], (string)put.Properties["provisioningState"]!));
        Assert.False(put.Headers.ContainsKey("Location"));
        Assert.False(put.Headers.ContainsKey("ETag"));
        Assert.Equal("Enabled", put.Headers["Azure-AsyncNotification"]);
        string url = put.Headers["Azure-AsyncOperation"];
        Assert.Equal($"https://management.azure.com{world.Subscription}/providers/Microsoft.Network/locations/westeurope/operations/{put.Headers["x-ms-request-id"]}?api-version={LabClient.Version}", url);
        LabReply running = await world.Client.Get(url);
        Assert.Equal((200, "{\"status\":\"InProgress\"}", "10"), (running.Status, running.Text, running.Headers["Retry-After"]));
        _time.Advance(TimeSpan.FromSeconds(3));
        LabReply done = await world.Client.Get(url);
        Assert.Equal((200, "{\"status\":\"Succeeded\"}", false), (done.Status, done.Text, done.Headers.ContainsKey("Retry-After")));
        LabReply read = await world.Client.Get(world.Id("a"));
        Assert.Equal("Succeeded", (string)read.Properties["provisioningState"]!);
        Assert.Equal((string)read.Json["etag"]!, read.Headers["ETag"]);
    }

    [Fact, ArmFact("1.4")]
    public async Task A_delete_is_accepted_empty_and_ends_with_204_at_its_location()
    {
        using World world = Recorded();
        await Pair(world);
        LabReply accepted = await world.Client.Send("DELETE", world.Half("a", "b"));
        Assert.Equal((202, "", "10"), (accepted.Status, accepted.Text, accepted.Headers["Retry-After"]));
        Assert.Equal("Deleting", (string)(await world.Get("a", "b")).Properties["provisioningState"]!);
        Assert.Equal(202, (await world.Client.Get(accepted.Headers["Location"])).Status);
        _time.Advance(TimeSpan.FromSeconds(10));
        LabReply result = await world.Client.Get(accepted.Headers["Location"]);
        Assert.Equal((204, accepted.Headers["Location"], accepted.Headers["Azure-AsyncOperation"]), (result.Status, result.Headers["Location"], result.Headers["Azure-AsyncOperation"]));
        Assert.Equal(204, (await world.Client.Send("DELETE", world.Half("a", "b"))).Status);
    }

    [Fact, ArmFact("1.4", "3.15")]
    public async Task A_group_delete_is_followed_by_its_location_and_closes_the_group()
    {
        using World world = Recorded();
        world.Lab.Principals[0].Grant("/", LabRole.Owner);
        LabReply accepted = await world.Client.Send("DELETE", world.Group, null, "2021-04-01");
        Assert.Equal((202, "15"), (accepted.Status, accepted.Headers["Retry-After"]));
        Assert.Contains($"{world.Subscription}/operationresults/", accepted.Headers["Location"], StringComparison.Ordinal);
        Assert.False(accepted.Headers.ContainsKey("Azure-AsyncOperation"));
        LabReply refused = await world.Client.Send("PUT", world.Id("a"), World.NetworkBody("10.1.0.0/16"));
        Assert.Equal((409, "ResourceGroupBeingDeleted"), (refused.Status, refused.Code));
        Assert.Equal(202, (await world.Client.Get(accepted.Headers["Location"])).Status);
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(200, (await world.Client.Get(accepted.Headers["Location"])).Status);
        Assert.Equal(404, (await world.Client.Send("HEAD", world.Group, null, "2021-04-01")).Status);
    }

    [Fact, ArmFact("1.4")]
    public async Task An_operation_is_known_only_in_its_subscription_and_region()
    {
        using World world = Recorded();
        string url = (await world.Client.Send("PUT", world.Id("a"), World.NetworkBody("10.1.0.0/16"))).Headers["Azure-AsyncOperation"];
        Assert.Equal(404, (await world.Client.Get(url.Replace("westeurope", "eastus", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await world.Client.Get(url.Replace("/operations/", "/operations/" + Guid.Empty + "x", StringComparison.Ordinal))).Status);
    }

    [Fact, ArmFact("1.4")]
    public async Task The_final_get_of_a_sync_may_carry_its_query()
    {
        using World world = Recorded();
        await Pair(world);
        Assert.Equal(200, (await world.Client.Get(world.Half("a", "b") + "?syncRemoteAddressSpace=True")).Status);
    }

    [Fact, ArmFact("3.13", "2.concurrency")]
    public async Task A_busy_parent_is_409_and_a_busy_remote_is_400()
    {
        using World world = Recorded();
        await Pair(world);
        await Ready(world, "c", "10.3.0.0/16");
        LabReply running = await world.Client.Send("PUT", world.Half("a", "c"), world.PeeringBody("c"));
        Assert.Equal(201, running.Status);
        LabReply parent = await world.Client.Send("PUT", world.Half("a", "b"), world.PeeringBody("b"));
        Assert.Equal((409, "AnotherOperationInProgress"), (parent.Status, parent.Code));
        Assert.Contains(running.Headers["Azure-AsyncOperation"], parent.Message, StringComparison.Ordinal);
        Assert.Equal("AnotherOperationInProgress", (await world.Client.Send("PUT", world.Half("c", "a"), world.PeeringBody("a"))).Code);
        LabReply remote = await world.Client.Send("PUT", world.Half("b", "a"), world.PeeringBody("a"));
        Assert.Equal((400, "ReferencedResourceNotProvisioned"), (remote.Status, remote.Code));
        Assert.Equal("AnotherOperationInProgress", (await world.Client.Send("PUT", world.Id("a"), World.NetworkBody("10.1.0.0/16"))).Code);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await world.Client.Send("PUT", world.Half("b", "a"), world.PeeringBody("a"))).Status);
    }

    [Fact, ArmFact("2.concurrency")]
    public async Task Both_halves_may_be_deleted_at_once()
    {
        using World world = Recorded();
        await Pair(world);
        Assert.Equal(202, (await world.Client.Send("DELETE", world.Half("a", "b"))).Status);
        Assert.Equal(202, (await world.Client.Send("DELETE", world.Half("b", "a"))).Status);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((404, 404), ((await world.Get("a", "b")).Status, (await world.Get("b", "a")).Status));
    }

    [Fact]
    public async Task Instant_ends_at_the_first_poll_and_says_zero()
    {
        using World world = new(new LabOptions { TimeProvider = _time });
        LabReply put = await world.Client.Send("PUT", world.Id("a"), World.NetworkBody("10.1.0.0/16"));
        Assert.Equal("0", put.Headers["Retry-After"]);
        Assert.Equal("Updating", (string)(await world.Client.Get(world.Id("a"))).Properties["provisioningState"]!);
        Assert.Equal("{\"status\":\"Succeeded\"}", (await world.Client.Get(put.Headers["Azure-AsyncOperation"])).Text);
    }

    [Fact, ArmFact("1.6", "0.7")]
    public async Task The_etag_of_a_child_is_its_parents_and_moves_at_acceptance_and_at_the_end_on_both_networks()
    {
        using World world = Recorded();
        await Pair(world);
        (string A, string B) before = await Etags(world);
        LabReply put = await world.Client.Send("PUT", world.Half("a", "b"), world.PeeringBody("b"));
        (string A, string B) accepted = await Etags(world);
        _time.Advance(TimeSpan.FromSeconds(10));
        (string A, string B) done = await Etags(world);
        Assert.Equal(accepted.A, (string)put.Json["etag"]!);
        Assert.Equal(3, new[] { before.A, accepted.A, done.A }.Distinct().Count());
        Assert.Equal(3, new[] { before.B, accepted.B, done.B }.Distinct().Count());
        LabReply child = await world.Get("a", "b");
        Assert.Equal((done.A, done.A), ((string)child.Json["etag"]!, child.Headers["ETag"]));
        Assert.Matches("^W/\"[0-9a-f-]{36}\"$", done.A);
    }

    [Fact, ArmFact("3.14", "1.6")]
    public async Task If_match_is_honoured()
    {
        using World world = Recorded();
        await Pair(world);
        string etag = (await Etags(world)).A;
        LabReply stale = await world.Client.Send("PUT", world.Half("a", "b"), world.PeeringBody("b"), LabClient.Version, ("If-Match", "W/\"00000000-0000-0000-0000-000000000000\""));
        Assert.Equal((412, "PreconditionFailed", "PreconditionFailedEtagMismatch"), (stale.Status, stale.Code, (string)stale.Json["error"]!["details"]![0]!["code"]!));
        Assert.Contains(etag, (string)stale.Json["error"]!["details"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(200, (await world.Client.Send("PUT", world.Half("a", "b"), world.PeeringBody("b"), LabClient.Version, ("If-Match", etag))).Status);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(412, (await world.Client.Send("PUT", world.Half("a", "b"), world.PeeringBody("b"), LabClient.Version, ("If-None-Match", "*"))).Status);
        Assert.Equal(412, (await world.Client.Send("DELETE", world.Half("a", "b"), null, LabClient.Version, ("If-Match", etag))).Status);
    }

    private static async Task<(string A, string B)> Etags(World world) =>
        ((string)(await world.Client.Get(world.Id("a"))).Json["etag"]!, (string)(await world.Client.Get(world.Id("b"))).Json["etag"]!);

    private static async Task Pair(World world)
    {
        await world.Networks("a", "b");
        await world.Pair("a", "b");
    }

    private static async Task Ready(World world, string name, string prefix) => Assert.Equal(201, (await world.Network(name, prefix)).Status);

    private World Recorded() => new(new LabOptions { TimeProvider = _time, Pace = LabPace.Recorded });
}
