using System.Net;
using PeeringTools.Azure.Tests.Doubles;

namespace PeeringTools.Azure.Tests;

/// <summary>Whatever an answer says, nothing is sent anywhere but to the endpoint.</summary>
public class OriginTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string> Elsewhere =>
    [
        "https://elsewhere.test/next",
        "https://management.azure.com.elsewhere.test/next",
        "http://management.azure.com/next",
        "https://management.azure.com:8443/next",
        "https://user@management.azure.com/next",
        "https://management.azure.com@elsewhere.test/next",
        "//elsewhere.test/next",
        "\\\\elsewhere.test\\next",
        "file:///etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task A_list_that_goes_on_elsewhere_is_not_followed(string link)
    {
        string escaped = link.Replace("\\", "\\\\");
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json($$"""{"value":[],"nextLink":"{{escaped}}"}"""));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => Samples.ListAsync(arm.Open(), Cancel));
        AssertNothingLeft(arm, error, 1);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task An_operation_that_is_watched_elsewhere_is_not_followed(string link)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering(), HttpStatusCode.Created, ("Azure-AsyncOperation", link)));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        AssertNothingLeft(arm, error, 1);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task An_operation_that_ends_elsewhere_is_not_followed(string link)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("", HttpStatusCode.Accepted, ("Location", link)));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        AssertNothingLeft(arm, error, 1);
    }

    [Fact]
    public async Task An_operation_that_moves_elsewhere_later_is_not_followed()
    {
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Json("", HttpStatusCode.Accepted, ("Location", "https://management.azure.com/operationResults/1")),
            () => ScriptedArm.Json("", HttpStatusCode.Accepted, ("Location", "https://elsewhere.test/operationResults/1")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        AssertNothingLeft(arm, error, 2);
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_redirect_elsewhere_is_not_followed(HttpStatusCode status)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("", status, ("Location", "https://elsewhere.test/x")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        AssertNothingLeft(arm, error, 1);
    }

    [Fact]
    public async Task A_redirect_to_the_endpoint_itself_is_not_followed_either()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json("", HttpStatusCode.TemporaryRedirect, ("Location", "/again")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.UnexpectedAnswer), error.Error.Id);
        Assert.Single(arm.Requests);
    }

    private static void AssertNothingLeft(ScriptedArm arm, PeeringException error, int requests)
    {
        Assert.Equal(nameof(Errors.ForeignAddress), error.Error.Id);
        Assert.Equal(requests, arm.Requests.Count);
        Assert.All(arm.Requests, r => Assert.Equal("https://management.azure.com", r.Uri.GetLeftPart(UriPartial.Authority)));
    }
}
