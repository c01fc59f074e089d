using System.Globalization;
using System.Net;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Long-running operations: what is asked, when, and how an end reads.</summary>
public class OperationTests
{
    private const string Status = "https://management.azure.com/operations/1?api-version=2024-05-01";
    private const string Result = "https://management.azure.com/operationResults/1?api-version=2024-05-01";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_PUT_waits_as_it_is_asked_to_and_reads_the_side_at_the_end()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(state: "Updating"), HttpStatusCode.Created, ("Retry-After", "10"), ("Azure-AsyncOperation", Status), ("Location", Result)),
            () => ScriptedArm.Json("""{"status":"InProgress"}""", HttpStatusCode.OK, ("Retry-After", "20")),
            () => ScriptedArm.Json("""{"status":"Succeeded"}"""),
            () => ScriptedArm.Json(Samples.Peering()));

        PeeringSnapshot side = await arm.Open().PutPeeringAsync(Samples.Write(), Cancel);

        Assert.Equal("Succeeded", side.Side.ProvisioningState);
        Assert.Equal(["PUT", "GET", "GET", "GET"], arm.Requests.Select(r => r.Method));
        Assert.Equal(
            ["virtualNetworkPeerings/to-spoke", "operations/1", "operations/1", "virtualNetworkPeerings/to-spoke"],
            arm.Requests.Select(r => string.Join("/", r.Uri.AbsolutePath.Split('/').TakeLast(2))));
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], arm.Clock.Waits);
    }

    [Fact]
    public async Task A_DELETE_that_only_has_a_Location_ends_when_it_no_longer_says_202_and_reads_nothing_more()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json("", HttpStatusCode.Accepted, ("Location", Result), ("Retry-After", SteppingClock.Beginning.AddSeconds(7).ToString("r", CultureInfo.InvariantCulture))),
            () => ScriptedArm.Json("", HttpStatusCode.Accepted, ("Location", Result + "&again")),
            () => new HttpResponseMessage(HttpStatusCode.NoContent));

        Assert.True(await arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));

        Assert.Equal(["DELETE", "GET", "GET"], arm.Requests.Select(r => r.Method));
        Assert.EndsWith("&again", arm.Requests.Last().Uri.Query);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(2)], arm.Clock.Waits);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.NoContent, false)]
    public async Task A_DELETE_that_is_done_at_once_asks_nothing_more(HttpStatusCode status, bool deleted)
    {
        ScriptedArm arm = ScriptedArm.Of(() => new HttpResponseMessage(status));
        Assert.Equal(deleted, await arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        Assert.Single(arm.Requests);
    }

    [Theory]
    [InlineData("NotFound", false)]
    [InlineData("ResourceNotFound", false)]
    [InlineData("ResourceGroupNotFound", false)]
    [InlineData("SubscriptionNotFound", true)]
    public async Task Deleting_what_is_gone_is_no_error_but_a_subscription_that_is_not_seen_is(string code, bool isError)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.NotFound, code));
        Task<bool> delete = arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel);
        if (isError) Assert.Equal(nameof(Errors.SubscriptionNotFound), (await Assert.ThrowsAsync<PeeringException>(() => delete)).Error.Id);
        else Assert.False(await delete);
    }

    [Theory]
    [InlineData("""{"status":"Failed","error":{"code":"VnetAddressSpacesOverlap","message":"They\u0007 overlap","details":[]}}""", "VnetAddressSpacesOverlap", "They overlap")]
    [InlineData("""{"error":{"message":"m","code":"C"},"status":"failed"}""", "C", "m")]
    [InlineData("""{"status":"Canceled"}""", "Canceled", "canceled")]
    public async Task An_operation_that_ends_badly_is_OperationFailed_with_Azures_code(string body, string code, string text)
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(), HttpStatusCode.OK, ("Azure-AsyncOperation", Status)),
            () => ScriptedArm.Json(body));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal(nameof(Errors.OperationFailed), error.Error.Id);
        Assert.Equal(code, error.Error.AzureCode);
        Assert.Contains(text, error.Message);
        Assert.Equal(Samples.HubPeering.Text, error.Error.TargetId);
    }

    [Theory]
    [InlineData("{}", nameof(Errors.UnexpectedAnswer))]
    [InlineData("null", nameof(Errors.UnexpectedAnswer))]
    [InlineData("[]", nameof(Errors.UnexpectedAnswer))]
    public async Task An_operation_without_a_status_is_an_unexpected_answer(string body, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(), HttpStatusCode.OK, ("Azure-AsyncOperation", Status)),
            () => ScriptedArm.Json(body));
        Assert.Equal(id, (await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel))).Error.Id);
    }

    [Fact]
    public async Task An_operation_that_Azure_no_longer_knows_does_not_say_that_the_peering_is_missing()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(), HttpStatusCode.OK, ("Azure-AsyncOperation", Status)),
            () => ScriptedArm.Error(HttpStatusCode.NotFound, "NotFound"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal(nameof(Errors.RequestRefused), error.Error.Id);
    }

    [Fact]
    public async Task A_PUT_without_an_operation_to_watch_is_read_until_it_has_ended()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(state: "Updating")),
            () => ScriptedArm.Json(Samples.Peering(state: "Updating")),
            () => ScriptedArm.Json(Samples.Peering()));
        PeeringSnapshot side = await arm.Open().PutPeeringAsync(Samples.Write(), Cancel);
        Assert.Equal("Succeeded", side.Side.ProvisioningState);
        Assert.Equal(["PUT", "GET", "GET"], arm.Requests.Select(r => r.Method));
        Assert.Equal([TimeSpan.FromSeconds(2)], arm.Clock.Waits);
    }

    [Fact]
    public async Task An_operation_that_asks_for_no_pause_is_believed_a_few_times_only()
    {
        int looks = 0;
        ScriptedArm arm = new(sent =>
            sent.Method == "DELETE" ? ScriptedArm.Json("", HttpStatusCode.Accepted, ("Azure-AsyncOperation", Status), ("Retry-After", "0"))
            : ++looks < 9 ? ScriptedArm.Json("""{"status":"Deleting"}""", HttpStatusCode.OK, ("Retry-After", "0"))
            : ScriptedArm.Json("""{"status":"Succeeded"}"""));
        Assert.True(await arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 4), arm.Clock.Waits);
    }

    [Fact]
    public async Task A_cancelled_wait_sends_nothing_more()
    {
        using CancellationTokenSource stop = new();
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json(Samples.Peering(), HttpStatusCode.OK, ("Azure-AsyncOperation", Status), ("Retry-After", "10")),
            () => ScriptedArm.Json("""{"status":"InProgress"}""", HttpStatusCode.OK, ("Retry-After", "10")));
        arm.Clock.OnWait = _ =>
        {
            if (arm.Clock.Waits.Count < 2) return true;
            stop.Cancel();
            return false;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => arm.Open().PutPeeringAsync(Samples.Write(), stop.Token));
        Assert.Equal(["PUT", "GET"], arm.Requests.Select(r => r.Method));
    }
}
