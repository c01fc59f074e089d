using System.Globalization;
using System.Net;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Reads are sent again, writes are not, and both say what they wait for.</summary>
public class RetryTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, string, double> AskedWaits => new()
    {
        { "Retry-After", "12", 12 },
        { "Retry-After", SteppingClock.Beginning.AddSeconds(33).ToString("r", CultureInfo.InvariantCulture), 33 },
        { "x-ms-retry-after-ms", "1500", 1.5 },
        { "retry-after-ms", "250", 0.25 },
    };

    [Theory]
    [MemberData(nameof(AskedWaits))]
    public async Task A_throttled_read_waits_exactly_as_long_as_it_is_asked_to_and_says_so(string header, string value, double seconds)
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", (header, value)),
            () => ScriptedArm.Json(Samples.Network("hub")));

        VirtualNetwork network = await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);

        Assert.Equal("hub", network.Id.Name);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], arm.Clock.Waits);
        string line = Assert.Single(arm.Reporter.Lines);
        Assert.Contains($"wait {seconds.ToString("0.#", CultureInfo.InvariantCulture)} s (429)", line);
        Assert.Contains(Samples.Hub.Text, line);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_read_after_a_passing_error_waits_longer_each_time_and_gives_up_in_the_end(HttpStatusCode status)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(status, "ServerTimeout"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal((int)status, error.Error.HttpStatus);
        Assert.Equal(6, arm.Requests.Count);
        double[] waits = [.. arm.Clock.Waits.Select(w => w.TotalSeconds)];
        Assert.Equal(5, waits.Length);
        Assert.All(waits.Select((wait, i) => wait / (0.8 * Math.Pow(2, i))), factor => Assert.InRange(factor, 0.79, 1.21));
    }

    [Fact]
    public async Task Waiting_for_a_read_has_an_end()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", ("Retry-After", "60")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.Throttled), error.Error.Id);
        Assert.Equal(TimeSpan.FromSeconds(60), error.Error.RetryAfter);
        Assert.Equal(TimeSpan.FromMinutes(5), arm.Clock.Elapsed);
    }

    [Fact]
    public async Task A_read_without_an_answer_is_tried_again_and_then_the_endpoint_is_unreachable()
    {
        ScriptedArm arm = new(_ => throw new HttpRequestException("connection\r\nrefused"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.EndpointUnreachable), error.Error.Id);
        Assert.Contains("management.azure.com did not answer: connection refused", error.Message);
        Assert.NotNull(error.InnerException);
        Assert.Equal(4, arm.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again()
    {
        int tries = 0;
        ScriptedArm arm = new(_ => ++tries == 1 ? Broken("""{"id":"/x","properties":{""") : ScriptedArm.Json(Samples.Network("hub")));
        VirtualNetwork network = await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);
        Assert.Equal("hub", network.Id.Name);
        Assert.Equal(2, arm.Requests.Count);
    }

    [Fact]
    public async Task Of_a_write_the_looks_at_its_operation_and_at_its_side_are_repeated_and_the_write_is_not()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(state: "Updating"), HttpStatusCode.Created, ("Azure-AsyncOperation", "https://management.azure.com/operations/1")),
            () => Broken("""{"status":"""),
            () => ScriptedArm.Json("""{"status":"Succeeded"}"""),
            () => Broken("""{"name":"""),
            () => ScriptedArm.Json(Samples.Peering()));
        PeeringSnapshot side = await arm.Open().PutPeeringAsync(Samples.Write(), Cancel);
        Assert.Equal("Succeeded", side.Side.ProvisioningState);
        Assert.Equal(["PUT", "GET", "GET", "GET", "GET"], arm.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task A_look_that_breaks_off_every_time_is_an_error_that_names_the_peering()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(state: "Updating"), HttpStatusCode.Created, ("Azure-AsyncOperation", "https://management.azure.com/operations/1")),
            () => Broken("""{"status":"""));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal((nameof(Errors.EndpointUnreachable), Samples.HubPeering.Text), (error.Error.Id, error.Error.TargetId));
    }

    [Theory]
    [InlineData(429, "RetryableErrorDueToAnotherOperation", nameof(Errors.ResourceBusy))]
    [InlineData(429, "TooManyRequests", nameof(Errors.Throttled))]
    [InlineData(503, "ServiceUnavailable", nameof(Errors.Throttled))]
    [InlineData(409, "AnotherOperationInProgress", nameof(Errors.ResourceBusy))]
    [InlineData(400, "ReferencedResourceNotProvisioned", nameof(Errors.ResourceBusy))]
    [InlineData(500, "InternalServerError", nameof(Errors.RequestRefused))]
    public async Task A_write_is_sent_once_and_tells_how_long_to_wait(int status, string code, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error((HttpStatusCode)status, code, ("Retry-After", "15")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal(id, error.Error.Id);
        Assert.Equal(TimeSpan.FromSeconds(15), error.Error.RetryAfter);
        await Assert.ThrowsAsync<PeeringException>(() => arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        await Assert.ThrowsAsync<PeeringException>(() => arm.Open().MergeTagsAsync(Samples.Hub, new Dictionary<string, string> { ["a"] = "b" }, Cancel));
        Assert.Equal(["PUT", "DELETE", "PATCH"], arm.Requests.Select(r => r.Method));
        Assert.Empty(arm.Clock.Waits);
    }

    [Fact]
    public async Task A_write_without_an_answer_is_sent_once()
    {
        ScriptedArm arm = new(_ => throw new HttpRequestException("reset"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal(nameof(Errors.EndpointUnreachable), error.Error.Id);
        Assert.Single(arm.Requests);
    }

    [Fact]
    public async Task A_cancelled_wait_for_a_retry_sends_nothing_more()
    {
        using CancellationTokenSource stop = new();
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", ("Retry-After", "12")));
        arm.Clock.OnWait = _ =>
        {
            stop.Cancel();
            return false;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, stop.Token));
        Assert.Single(arm.Requests);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_began_sends_nothing()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Network("hub")));
        CancellationToken stopped = new(canceled: true);
        IArmNetwork network = arm.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => network.GetVirtualNetworkAsync(Samples.Hub, stopped));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => network.PutPeeringAsync(Samples.Write(), stopped));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => network.DeletePeeringAsync(Samples.HubPeering, stopped));
        Assert.Empty(arm.Requests);
    }

    private static HttpResponseMessage Broken(string head)
    {
        HttpResponseMessage answer = new(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream(head)) };
        answer.Content.Headers.ContentType = new("application/json");
        return answer;
    }

    private sealed class BreakingStream(string head) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(head))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection was reset.");
    }
}
