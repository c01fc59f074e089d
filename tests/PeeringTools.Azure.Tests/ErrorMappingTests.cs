using System.Net;
using System.Text;
using PeeringTools.Azure.Tests.Doubles;

namespace PeeringTools.Azure.Tests;

/// <summary>Azure's codes become stable ids; its words never decide and never harm.</summary>
public class ErrorMappingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "SubscriptionNotFound", nameof(Errors.SubscriptionNotFound))]
    [InlineData(400, "InvalidSubscriptionId", nameof(Errors.SubscriptionNotFound))]
    [InlineData(404, "ResourceGroupNotFound", nameof(Errors.ResourceGroupNotFound))]
    [InlineData(404, "ResourceNotFound", nameof(Errors.VirtualNetworkNotFound))]
    [InlineData(404, "NotFound", nameof(Errors.PeeringNotFound))]
    [InlineData(403, "AuthorizationFailed", nameof(Errors.AccessDenied))]
    [InlineData(401, "ExpiredAuthenticationToken", nameof(Errors.TokenExpired))]
    [InlineData(401, "InvalidAuthenticationTokenTenant", nameof(Errors.AccessDenied))]
    [InlineData(401, "InvalidAuthenticationToken", nameof(Errors.AuthenticationFailed))]
    [InlineData(400, "InvalidApiVersionParameter", nameof(Errors.RequestRefused))]
    public async Task A_refused_read_of_a_peering(int status, string code, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error((HttpStatusCode)status, code, ("x-ms-request-id", "r-1")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetPeeringAsync(Samples.HubPeering, Cancel));
        AssertError(error, id, status, code);
        Assert.Equal("r-1", error.Error.RequestId);
    }

    [Theory]
    [InlineData(404, "NotFound", nameof(Errors.VirtualNetworkNotFound))]
    [InlineData(404, "ResourceNotFound", nameof(Errors.VirtualNetworkNotFound))]
    [InlineData(404, "SomethingNew", nameof(Errors.VirtualNetworkNotFound))]
    public async Task A_refused_read_of_a_network(int status, string code, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error((HttpStatusCode)status, code));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        AssertError(error, id, status, code);
    }

    [Theory]
    [InlineData(400, "VnetAddressSpacesOverlap", nameof(Errors.AddressSpaceOverlap))]
    [InlineData(400, "VnetAddressSpaceOverlapsWithAlreadyPeeredVnet", nameof(Errors.AddressSpaceOverlapThroughPeer))]
    [InlineData(400, "RemotePeeringIsDisconnected", nameof(Errors.PeeringDisconnected))]
    [InlineData(400, "RemoteVnetHasNoGateways", nameof(Errors.GatewayMissing))]
    [InlineData(400, "InvalidGlobalResourceReference", nameof(Errors.VirtualNetworkNotFound))]
    [InlineData(400, "AnotherPeeringAlreadyReferencesRemoteVnet", nameof(Errors.RequestRefused))]
    [InlineData(400, "ChangingRemoteVirtualNetworkNotAllowed", nameof(Errors.RequestRefused))]
    [InlineData(400, "InvalidRequestFormat", nameof(Errors.RequestRefused))]
    [InlineData(403, "AuthorizationFailed", nameof(Errors.AccessDenied))]
    [InlineData(403, "LinkedAuthorizationFailed", nameof(Errors.MissingPermission))]
    [InlineData(403, "RequestDisallowedByPolicy", nameof(Errors.RequestRefused))]
    [InlineData(409, "ScopeLocked", nameof(Errors.ReadOnlyLock))]
    [InlineData(409, "AnotherOperationInProgress", nameof(Errors.ResourceBusy))]
    [InlineData(409, "ResourceGroupBeingDeleted", nameof(Errors.ResourceBusy))]
    [InlineData(412, "PreconditionFailed", nameof(Errors.ChangedMeanwhile))]
    public async Task A_refused_write_of_a_peering(int status, string code, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error((HttpStatusCode)status, code));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        AssertError(error, id, status, code);
    }

    [Fact]
    public async Task A_missing_right_on_the_other_network_names_that_network_and_the_action()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.Forbidden, "LinkedAuthorizationFailed"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().PutPeeringAsync(Samples.Write(), Cancel));
        Assert.Equal(Samples.Spoke.Text, error.Error.TargetId);
        Assert.Contains("Microsoft.Network/virtualNetworks/peer/action", error.Message);
    }

    [Fact]
    public async Task A_lock_met_by_a_DELETE_is_a_delete_lock()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.Conflict, "ScopeLocked"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().DeletePeeringAsync(Samples.HubPeering, Cancel));
        AssertError(error, nameof(Errors.DeleteLock), 409, "ScopeLocked");
    }

    [Theory]
    [InlineData("""{"Error":{"Code":"AuthorizationFailed","Message":"m","Details":[]}}""", nameof(Errors.AccessDenied))]
    [InlineData("""{"code":"AuthorizationFailed","message":"m"}""", nameof(Errors.AccessDenied))]
    [InlineData("""{"error":{"code":7,"message":null}}""", nameof(Errors.RequestRefused))]
    [InlineData("""{"error":"text"}""", nameof(Errors.RequestRefused))]
    [InlineData("""["AuthorizationFailed"]""", nameof(Errors.RequestRefused))]
    [InlineData("AuthorizationFailed", nameof(Errors.RequestRefused))]
    [InlineData("<html>AuthorizationFailed</html>", nameof(Errors.RequestRefused))]
    [InlineData("", nameof(Errors.RequestRefused))]
    public async Task An_error_body_in_any_shape(string body, string id)
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(body, HttpStatusCode.BadRequest));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(id, error.Error.Id);
        Assert.Equal(400, error.Error.HttpStatus);
        Assert.Equal(Samples.Hub.Text, error.Error.TargetId);
    }

    [Fact]
    public async Task Words_of_Azure_cannot_write_on_the_screen_or_fill_it()
    {
        string hostile = "\\u001b[2J\\r\\nWARNING: \\u202egnp.exe\\u0000\\u0085" + new string('x', 5000);
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(
            $$$"""{"error":{"code":"\u001b[31mOops","message":"{{{hostile}}}"}}""", HttpStatusCode.BadRequest, ("x-ms-request-id", "a\u0007b")));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.InRange(error.Message.Length, 500, 1500);
        Assert.DoesNotContain(error.Message + error.Error.AzureCode + error.Error.RequestId, c => char.IsControl(c) || c == '\u202e');
    }

    [Fact]
    public async Task An_error_body_without_end_is_read_only_as_far_as_an_error_can_be()
    {
        HugeNetworkStream body = new("default", 100 * 1024 * 1024);
        ScriptedArm arm = ScriptedArm.Of(() => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(body) });
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.RequestRefused), error.Error.Id);
        Assert.InRange(body.Position, 1, 1024 * 1024);
    }

    [Theory]
    [InlineData("a\tb\r\n\r\nc", "a b c")]
    [InlineData("  \u0001 ", "")]
    [InlineData("\u200bhidden\u202e", "hidden")]
    [InlineData(null, "")]
    public void Text_from_outside_becomes_one_plain_line(string? text, string expected) => Assert.Equal(expected, SafeText.ForMessage(text));

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        string cut = SafeText.ForMessage(new string('a', 9) + "😀😀", 10);
        Assert.Equal("aaaaaaaaa...", cut);
        Assert.Equal(cut, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));
    }

    private static void AssertError(PeeringException error, string id, int status, string code)
    {
        Assert.Equal(id, error.Error.Id);
        Assert.Equal(status, error.Error.HttpStatus);
        Assert.Equal(code, error.Error.AzureCode);
        Assert.NotNull(error.Error.TargetId);
        Assert.NotEqual("", error.Error.Action);
        Assert.DoesNotContain("{", error.Message);
    }
}
