using System.Net;
using PeeringTools.Azure.Identity;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Which token goes where, how long it is kept, and that nobody gets to see it.</summary>
public class TokenTests
{
    private const string OtherTenant = "33333333-3333-3333-3333-333333333333";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_kept_by_the_connections_own_clock()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Network("hub")));
        ArmConnection connection = arm.Connect();
        await connection.Open(arm.Reporter).GetVirtualNetworkAsync(Samples.Hub, Cancel);
        await connection.Open(arm.Reporter).GetVirtualNetworkAsync(Samples.Hub, Cancel);
        Assert.Equal(1, arm.Credential.Count);

        arm.Clock.Advance(TimeSpan.FromMinutes(59));
        await connection.Open(arm.Reporter).GetVirtualNetworkAsync(Samples.Hub, Cancel);
        Assert.Equal(2, arm.Credential.Count);
        Assert.All(arm.Requests, r => Assert.Equal("Bearer " + ScriptedArm.Token, r.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task A_token_that_expires_in_the_midst_is_renewed_once_and_the_request_sent_again(string method)
    {
        int made = 0;
        ScriptedArm arm = new(sent => sent.Headers["Authorization"].EndsWith("-1", StringComparison.Ordinal)
            ? ScriptedArm.Error(HttpStatusCode.Unauthorized, "ExpiredAuthenticationToken")
            : ScriptedArm.Json(Samples.Peering()));
        arm.Credential.Token = _ => ScriptedArm.Token + "-" + ++made;
        IArmNetwork network = arm.Open();
        if (method == "GET") await network.GetPeeringAsync(Samples.HubPeering, Cancel);
        else await network.PutPeeringAsync(Samples.Write(), Cancel);
        Assert.Equal(2, arm.Requests.Count(r => r.Method == method));
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_ends_the_call()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.Unauthorized, "ExpiredAuthenticationToken"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel));
        Assert.Equal(nameof(Errors.TokenExpired), error.Error.Id);
        Assert.Equal(2, arm.Requests.Count);
    }

    [Fact]
    public async Task A_challenge_that_asks_for_claims_gets_a_token_with_them()
    {
        const string challenge = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"";
        ScriptedArm arm = ScriptedArm.Of(
            () => ScriptedArm.Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", ("WWW-Authenticate", challenge)),
            () => ScriptedArm.Json(Samples.Network("hub")));
        await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);
        Assert.Equal(2, arm.Requests.Count);
        Assert.Contains("""{"access_token":{}}""", arm.Credential.Claims);
    }

    [Fact]
    public async Task A_write_across_tenants_carries_the_other_tenants_token_and_nothing_else_does()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering()));
        IArmNetwork network = arm.Connect([OtherTenant]).Open(arm.Reporter);
        await network.PutPeeringAsync(Samples.Write() with { RemoteTenantId = OtherTenant.ToUpperInvariant() }, Cancel);
        await network.PutPeeringAsync(Samples.Write(), Cancel);
        Assert.Equal(["Bearer " + ScriptedArm.Token + OtherTenant], AuxiliaryHeaders(arm), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_connection_lends_its_token()
    {
        ScriptedArm lender = ScriptedArm.Of();
        lender.Credential.Token = _ => "lent";
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Peering()));
        IAuxiliaryTokens lent = lender.Connect([OtherTenant]).AuxiliaryTokens;
        Assert.True(lent.Covers(OtherTenant));
        Assert.True(lent.Covers("11111111-1111-1111-1111-111111111111"));
        Assert.False(lent.Covers("44444444-4444-4444-4444-444444444444"));
        await arm.Open().PutPeeringAsync(Samples.Write() with { RemoteTenantId = OtherTenant, AuxiliaryTokens = [lent] }, Cancel);
        Assert.Equal(["Bearer lent"], AuxiliaryHeaders(arm));
    }

    [Fact]
    public async Task A_write_across_tenants_that_nobody_vouches_for_tells_Azures_own_reason()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.Forbidden, "LinkedAuthorizationFailed"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => arm.Open().PutPeeringAsync(Samples.Write() with { RemoteTenantId = OtherTenant }, Cancel));
        Assert.Equal(nameof(Errors.AccessDenied), error.Error.Id);
        Assert.Empty(AuxiliaryHeaders(arm));
    }

    [Fact]
    public async Task Requests_say_who_asks_and_nothing_about_the_machine()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Json(Samples.Network("hub")));
        await arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel);
        SentRequest sent = Assert.Single(arm.Requests);
        Assert.Equal("PeeringTools/0.1.0", sent.Headers["User-Agent"]);
        Assert.True(Guid.TryParse(sent.Headers["x-ms-client-request-id"], out _));
    }

    [Fact]
    public async Task No_error_and_no_line_ever_holds_a_token()
    {
        HttpStatusCode[] statuses = [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.Found];
        List<string> said = [];
        foreach (HttpStatusCode status in statuses)
        {
            ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(status, "X", ("Retry-After", "1"), ("Location", "https://elsewhere.test/")));
            said.Add((await Assert.ThrowsAsync<PeeringException>(() => arm.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel))).ToString());
            said.Add((await Assert.ThrowsAsync<PeeringException>(() => arm.Connect([OtherTenant]).Open(arm.Reporter).PutPeeringAsync(
                Samples.Write() with { RemoteTenantId = OtherTenant }, Cancel))).ToString());
            said.AddRange(arm.Reporter.Lines);
        }

        ScriptedArm silent = new(_ => throw new HttpRequestException("no route"));
        said.Add((await Assert.ThrowsAsync<PeeringException>(() => silent.Open().GetVirtualNetworkAsync(Samples.Hub, Cancel))).ToString());
        said.AddRange(silent.Reporter.Lines);
        said.Add(silent.Connect().ToString());
        Assert.True(said.Count > 20);
        Assert.All(said, text => Assert.DoesNotContain(ScriptedArm.Token, text));
    }

    [Theory]
    [InlineData("upn", "ann@contoso.test")]
    [InlineData("unique_name", "live.com#bob")]
    [InlineData("appid", "55555555-5555-5555-5555-555555555555")]
    [InlineData("oid", "66666666-6666-6666-6666-666666666666")]
    public void A_token_says_whose_it_is(string claim, string value)
    {
        TokenClaims claims = TokenClaims.Read(Tokens.Jwt(SteppingClock.Beginning, ("tid", OtherTenant), (claim, value)));
        Assert.Equal(new TokenClaims(value, OtherTenant, SteppingClock.Beginning), claims);
    }

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.W10.x")]
    [InlineData("e30.eyJleHAiOiJ4IiwidGlkIjo3fQ.x")]
    [InlineData("e30.eyJleHAiOjFlMzAwfQ.x")]
    public void What_is_no_token_says_nothing(string token) => Assert.Equal(new TokenClaims("", null, null), TokenClaims.Read(token));

    private static string[] AuxiliaryHeaders(ScriptedArm arm) =>
        [.. arm.Requests.Where(r => r.Headers.ContainsKey("x-ms-authorization-auxiliary")).Select(r => r.Headers["x-ms-authorization-auxiliary"])];
}
