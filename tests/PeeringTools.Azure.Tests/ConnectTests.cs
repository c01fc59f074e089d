using System.Net;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Signing in. The real default chain is never run here: it would ask the machine's metadata service.</summary>
public class ConnectTests
{
    private const string Tenant = "77777777-7777-7777-7777-777777777777";
    private const string Secret = "secret-that-nobody-may-see";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string GoodToken = Tokens.Jwt(SteppingClock.Beginning.AddHours(1), ("tid", Tenant), ("upn", "ann@contoso.test"));

    [Fact]
    public async Task A_given_token_says_who_and_where_and_proves_itself_with_one_read()
    {
        ScriptedArm arm = new(_ => Subscriptions());
        PeeringConnection connection = await ConnectAsync(arm, Given(GoodToken));
        Assert.Equal(
            ("ann@contoso.test", Tenant, "AccessToken", "AzureCloud", "2024-05-01", false),
            (connection.Account, connection.TenantId, connection.Source, connection.Environment, connection.ApiVersion, connection.IsLab));
        Assert.Equal("https://management.azure.com/subscriptions?api-version=2022-12-01", Assert.Single(arm.Requests).Uri.ToString());
    }

    [Fact]
    public async Task Subscriptions_that_are_named_are_read_one_by_one()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.NotFound, "SubscriptionNotFound"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => ConnectAsync(arm, Given(GoodToken) with { SubscriptionIds = [Samples.Subscription] }));
        Assert.Equal(nameof(Errors.SubscriptionNotFound), error.Error.Id);
        Assert.Contains(Samples.Subscription, error.Message);
    }

    [Fact]
    public async Task An_expired_token_is_refused_before_any_request()
    {
        ScriptedArm arm = ScriptedArm.Of();
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => ConnectAsync(arm, Given(Tokens.Jwt(SteppingClock.Beginning.AddSeconds(-1), ("tid", Tenant)))));
        Assert.Equal(nameof(Errors.TokenExpired), error.Error.Id);
        Assert.Contains("2026-03-01 11:59:59", error.Message);
        Assert.Empty(arm.Requests);
    }

    [Fact]
    public async Task A_given_token_that_Azure_refuses_is_not_sent_twice()
    {
        ScriptedArm arm = ScriptedArm.Of(() => ScriptedArm.Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => ConnectAsync(arm, Given(GoodToken)));
        Assert.Equal(nameof(Errors.AuthenticationFailed), error.Error.Id);
        Assert.Single(arm.Requests);
    }

    [Fact]
    public async Task The_Az_context_is_asked_again_when_its_token_runs_out()
    {
        ScriptedArm arm = new(_ => Subscriptions());
        List<string?> asked = [];
        PeeringConnection connection = await ConnectAsync(arm, new ConnectionRequest
        {
            Kind = CredentialKind.AzContext,
            AuxiliaryTenantIds = ["t2"],
            AzContextToken = (tenant, _) =>
            {
                asked.Add(tenant);
                return Task.FromResult(Tokens.Secure(Tokens.Jwt(arm.Clock.GetUtcNow().AddHours(1), ("tid", Tenant))));
            },
        });
        arm.Clock.Advance(TimeSpan.FromHours(1));
        await foreach (AzureSubscription _ in connection.Open(arm.Reporter).ListSubscriptionsAsync(Cancel)) ;
        Assert.Equal([null, null], asked);
    }

    [Theory]
    [InlineData("http://arm.test")]
    [InlineData("https://user@arm.test")]
    [InlineData("https://arm.test/?x=1")]
    [InlineData("https://arm.test/#x")]
    public async Task An_endpoint_that_is_no_plain_https_address_is_refused(string endpoint)
    {
        ScriptedArm arm = ScriptedArm.Of();
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(() => ConnectAsync(arm, Given(GoodToken) with { Endpoint = new Uri(endpoint) }));
        Assert.Equal(nameof(Errors.InvalidInput), error.Error.Id);
        Assert.Empty(arm.Requests);
    }

    [Theory]
    [InlineData("AzureUSGovernment", "management.usgovcloudapi.net")]
    [InlineData("azurechinacloud", "management.chinacloudapi.cn")]
    public async Task Another_cloud_is_another_endpoint(string environment, string host)
    {
        ScriptedArm arm = new(_ => Subscriptions());
        await ConnectAsync(arm, Given(GoodToken) with { Environment = environment });
        Assert.Equal(host, Assert.Single(arm.Requests).Uri.Host);
    }

    public static TheoryData<string> Nonsense => ["environment", "pinned far away", "pinned nonsense", "four tenants", "secret without tenant"];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Nonsense_is_InvalidInput_and_nothing_is_sent(string what)
    {
        ConnectionRequest request = Given(GoodToken);
        request = what switch
        {
            "environment" => request with { Environment = "AzureMoonCloud" },
            "pinned far away" => request with { PinnedCertificate = new string('a', 64) },
            "pinned nonsense" => request with { Endpoint = new Uri("https://127.0.0.1:1"), PinnedCertificate = "zz" },
            "four tenants" => request with { AuxiliaryTenantIds = ["1", "2", "3", "4"] },
            _ => new ConnectionRequest { Kind = CredentialKind.ClientSecret, ClientSecret = Tokens.Secure(Secret) },
        };
        ScriptedArm arm = ScriptedArm.Of();
        Assert.Equal(nameof(Errors.InvalidInput), (await Assert.ThrowsAsync<PeeringException>(() => ConnectAsync(arm, request))).Error.Id);
        Assert.Empty(arm.Requests);
    }

    [Theory]
    [InlineData("2020-11-01", nameof(Errors.ApiVersionTooOld))]
    [InlineData("2021-02-01", null)]
    public async Task An_api_version_without_sync_levels_is_refused(string version, string? id)
    {
        ScriptedArm arm = new(_ => Subscriptions());
        Task<PeeringConnection> connect = ConnectAsync(arm, Given(GoodToken) with { ApiVersion = version });
        if (id is not null) Assert.Equal(id, (await Assert.ThrowsAsync<PeeringException>(() => connect)).Error.Id);
        else Assert.Equal(version, (await connect).ApiVersion);
    }

    [Fact]
    public async Task A_pinned_certificate_reaches_the_transport_as_bytes()
    {
        byte[]? pinned = null;
        ScriptedArm arm = new(_ => Subscriptions());
        IArmGateway gateway = new ArmGateway(arm.Clock, pin =>
        {
            pinned = pin;
            return Transport.Over(arm);
        });
        await gateway.ConnectAsync(
            Given(GoodToken) with { Endpoint = new Uri("https://127.0.0.1:5001"), PinnedCertificate = "AB:" + string.Join(":", Enumerable.Repeat("0f", 31)) }, arm.Reporter, Cancel);
        Assert.Equal([0xAB, .. Enumerable.Repeat((byte)0x0F, 31)], pinned);
    }

    private static Task<PeeringConnection> ConnectAsync(ScriptedArm arm, ConnectionRequest request)
    {
        HttpPipelineTransport transport = Transport.Over(arm);
        IArmGateway gateway = new ArmGateway(arm.Clock, _ => transport);
        return gateway.ConnectAsync(request, arm.Reporter, Cancel);
    }

    private static ConnectionRequest Given(string token) => new() { Kind = CredentialKind.AccessToken, AccessToken = Tokens.Secure(token) };

    private static HttpResponseMessage Subscriptions() => ScriptedArm.Json(
        $$$"""{"value":[{"subscriptionId":"{{{Samples.Subscription}}}","displayName":"one","tenantId":"{{{Tenant}}}","state":"Enabled"}]}""");
}
