using System.Net;
using Microsoft.Extensions.Time.Testing;
using PeeringTools.Lab.Tests.Support;

namespace PeeringTools.Lab.Tests;

public sealed class FaultAndLedgerTests : LabTest
{
    [Fact]
    public async Task A_fault_strikes_the_nth_matching_request_as_often_as_it_says()
    {
        World.Lab.AddFault(new LabFault { Method = "GET", Path = "*/resourcegroups/*", Skip = 1, Times = 2, Status = HttpStatusCode.ServiceUnavailable, Code = "ServerBusy", RetryAfterSeconds = 7 });
        List<int> seen = [];
        for (int i = 0; i < 4; i++)
        {
            seen.Add((await World.Client.Get(World.Group)).Status);
        }

        Assert.Equal([200, 503, 503, 200], seen);
    }

    [Theory]
    [InlineData(LabFaultEffect.DropBefore, 404)]
    [InlineData(LabFaultEffect.DropAfter, 200)]
    public async Task A_broken_connection_may_come_before_or_after_the_write(LabFaultEffect effect, int status)
    {
        World.Lab.AddFault(new LabFault { Method = "PUT", Effect = effect });
        await Assert.ThrowsAsync<HttpRequestException>(() => World.Network("a", "10.1.0.0/16"));
        Assert.Equal(status, (await World.Client.Get(World.Id("a"))).Status);
        Assert.Equal(0, World.Lab.Ledger.WriteRequests[^1].Status);
    }

    [Fact, ArmFact("1.4")]
    public async Task An_operation_may_fail_after_it_was_accepted()
    {
        await World.Networks("a", "b");
        World.Lab.AddFault(new LabFault { Method = "PUT", Path = "*/virtualNetworkPeerings/*", Effect = LabFaultEffect.FailOperation, Code = "InternalServerError", Message = "broken" });
        LabReply put = await World.Client.Send("PUT", World.Half("a", "b"), World.PeeringBody("b"));
        Assert.Equal(201, put.Status);
        LabReply poll = await World.Client.Get(put.Headers["Azure-AsyncOperation"]);
        Assert.Equal((200, """{"status":"Failed","error":{"code":"InternalServerError","message":"broken","details":[]}}"""), (poll.Status, poll.Text));
        Assert.Equal("Failed", (string)(await World.Get("a", "b")).Properties["provisioningState"]!);
    }

    [Fact]
    public async Task A_slow_operation_runs_until_its_time()
    {
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.SlowOperation, Method = "PUT", Duration = TimeSpan.FromMinutes(5) });
        LabReply put = await World.Client.Send("PUT", World.Id("a"), Support.World.NetworkBody("10.1.0.0/16"));
        Assert.Equal("InProgress", (string)(await World.Client.Get(put.Headers["Azure-AsyncOperation"])).Json["status"]!);
        World.Lab.AdvanceClock(TimeSpan.FromMinutes(5));
        Assert.Equal("Succeeded", (string)(await World.Client.Get(put.Headers["Azure-AsyncOperation"])).Json["status"]!);
    }

    [Fact]
    public async Task Links_may_lead_elsewhere_and_bodies_may_be_broken()
    {
        await World.Networks("a", "b", "c");
        World.Lab.Options.PageSize = 1;
        string list = World.Subscription + "/providers/Microsoft.Network/virtualNetworks";
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.NextLinkTo, Host = "evil.example" });
        Assert.StartsWith("https://evil.example/subscriptions/", (string)(await World.Client.Get(list)).Json["nextLink"]!, StringComparison.Ordinal);
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.LocationTo, Host = "evil.example:444" });
        Assert.StartsWith("https://evil.example:444/subscriptions/", (await World.Client.Send("DELETE", World.Id("c"))).Headers["Location"], StringComparison.Ordinal);
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.TruncateBody });
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => World.Client.Get(World.Id("a")).GetAwaiter().GetResult().Json);
        World.Lab.AddFault(new LabFault { Effect = LabFaultEffect.WrongContentType });
        Assert.StartsWith("text/html", (await World.Client.Get(World.Id("a"))).Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_knows_every_request_its_caller_and_its_end_but_no_token()
    {
        await World.Networks("a");
        await World.Client.Get(World.Id("nowhere"));
        LabRequest write = World.Lab.Ledger.WriteRequests[0];
        Assert.Equal(("PUT", 201, World.Lab.Principals[0].Id, 1), (write.Method, write.Status, write.PrincipalId, World.Lab.Ledger.Writes));
        Assert.NotNull(write.Ended);
        Assert.Equal("ResourceNotFound", World.Lab.Ledger.Requests[^1].ErrorCode);
        Assert.DoesNotContain(World.Lab.Ledger.Requests, r => r.ToString().Contains(World.Client.Token, StringComparison.Ordinal));
        World.Lab.Ledger.Clear();
        Assert.Empty(World.Lab.Ledger.Requests);
    }

    [Fact]
    public async Task Two_writes_at_once_that_touch_one_network_from_either_end_are_seen()
    {
        await World.Networks("a", "b", "c", "d");
        await World.Client.Send("PUT", World.Half("a", "b"), World.PeeringBody("b"));
        Assert.Single(World.Lab.Ledger.InFlight);
        await World.Client.Send("PUT", World.Half("c", "d"), World.PeeringBody("d"));
        Assert.Empty(World.Lab.Ledger.OverlappingWrites);
        await World.Client.Send("PUT", World.Half("c", "b"), World.PeeringBody("b"));
        Assert.Contains(World.Id("b"), World.Lab.Ledger.OverlappingWrites.Select(o => o.VirtualNetworkId));
    }

    [Fact]
    public void A_synchronous_client_is_served_too()
    {
        using HttpMessageInvoker invoker = new(World.Lab.CreateHandler());
        using HttpRequestMessage request = new(HttpMethod.Get, LabClient.Url(World.Group));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + World.Client.Token);
        using HttpResponseMessage response = invoker.Send(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using Stream body = response.Content.ReadAsStream(TestContext.Current.CancellationToken);
        Assert.False(body.CanSeek, "a body off the wire cannot seek; clients keep one that can and lose it");
    }

    [Fact]
    public async Task Many_clients_at_once_get_whole_answers()
    {
        ArmLab lab = ArmLab.FromEstate("HubSpoke");
        using LabClient client = new(lab);
        string hub = Samples.Id(lab, "vnet-hub");
        await Parallel.ForEachAsync(Enumerable.Range(1, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            string spoke = Samples.Id(lab, $"vnet-spoke-{(i % 12) + 1:00}");
            LabReply read = i % 2 == 0 ? await client.Get(hub) : await client.Send("PATCH", spoke, $$$"""{"tags":{"n":"{{{i}}}"}}""");
            Assert.Equal(200, read.Status);
            Assert.NotNull(read.Json);
        });
        Assert.Equal(200, lab.Ledger.Requests.Count);
    }

    [Fact]
    public async Task Requests_that_wait_for_the_latency_are_in_flight_and_may_be_cancelled()
    {
        FakeTimeProvider time = new();
        using World world = new(new LabOptions { TimeProvider = time, Latency = TimeSpan.FromSeconds(1), RequireAuthentication = false });
        using HttpMessageInvoker invoker = new(world.Lab.CreateHandler());
        using CancellationTokenSource stop = new();
        using HttpRequestMessage request = new(HttpMethod.Delete, LabClient.Url(world.Id("a")));
        Task<HttpResponseMessage> answer = invoker.SendAsync(request, stop.Token);
        Assert.Single(world.Lab.Ledger.InFlight);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Empty(world.Lab.Ledger.InFlight);
    }
}
