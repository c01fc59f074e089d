using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Signing in. The real default chain is never run here: it would ask the machine's metadata service.</summary>
public class ConnectTests
{
    private const string Tenant = "77777777-7777-7777-7777-777777777777";
    private const string Client = "88888888-8888-8888-8888-888888888888";
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

    [Fact]
    public async Task A_client_secret_goes_to_the_authority_that_was_given_and_the_token_to_the_endpoint_only()
    {
        ScriptedArm arm = new(SignIn);
        PeeringConnection connection = await ConnectAsync(arm, Custom(CredentialKind.ClientSecret) with { ClientSecret = Tokens.Secure(Secret) });
        Assert.Equal("Custom", connection.Environment);
        Assert.Equal(["login.test", "arm.test"], arm.Requests.Select(r => r.Uri.Host));
        Assert.Contains(Secret, arm.Requests.First().Body);
        Assert.Contains("scope=https%3A%2F%2Farm.test%2F%2F.default", arm.Requests.First().Body);
        Assert.Equal("Bearer " + GoodToken, arm.Requests.Last().Headers["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_file_signs_in(bool pem)
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + (pem ? ".pem" : ".pfx"));
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        PbeParameters encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        if (pem) await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + key.ExportEncryptedPkcs8PrivateKeyPem("p", encryption), Cancel);
        else await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "p"), Cancel);
        try
        {
            ScriptedArm arm = new(SignIn);
            await ConnectAsync(arm, Custom(CredentialKind.Certificate) with { CertificatePath = path, CertificatePassword = Tokens.Secure("p") });
            Assert.Contains("client_assertion=", arm.Requests.First().Body);
            PeeringException error = await Assert.ThrowsAsync<PeeringException>(
                () => ConnectAsync(arm, Custom(CredentialKind.Certificate) with { CertificatePath = path, CertificatePassword = Tokens.Secure("wrong") }));
            Assert.Equal(nameof(Errors.AuthenticationFailed), error.Error.Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_federated_token_file_signs_in()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "assertion-from-file", Cancel);
        ScriptedArm arm = new(SignIn);
        await ConnectAsync(arm, Custom(CredentialKind.FederatedToken) with { FederatedTokenFile = path });
        Assert.Contains("client_assertion=assertion-from-file", arm.Requests.First().Body);
        File.Delete(path);
    }

    [Fact]
    public async Task A_sign_in_that_fails_is_AuthenticationFailed_and_tells_no_secret()
    {
        ScriptedArm arm = new(_ => ScriptedArm.Json("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""", HttpStatusCode.Unauthorized));
        PeeringException error = await Assert.ThrowsAsync<PeeringException>(
            () => ConnectAsync(arm, Custom(CredentialKind.ClientSecret) with { ClientSecret = Tokens.Secure(Secret) }));
        Assert.Equal(nameof(Errors.AuthenticationFailed), error.Error.Id);
        Assert.Contains("AADSTS7000215", error.Message);
        Assert.DoesNotContain(Secret, error.ToString());
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

    private static ConnectionRequest Custom(CredentialKind kind) => new()
    {
        Kind = kind,
        TenantId = Tenant,
        ClientId = Client,
        Endpoint = new Uri("https://arm.test"),
        Authority = new Uri("https://login.test"),
    };

    private static HttpResponseMessage SignIn(SentRequest sent) => sent.Uri.Host == "login.test"
        ? ScriptedArm.Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{GoodToken}}"}""")
        : Subscriptions();

    private static HttpResponseMessage Subscriptions() => ScriptedArm.Json(
        $$$"""{"value":[{"subscriptionId":"{{{Samples.Subscription}}}","displayName":"one","tenantId":"{{{Tenant}}}","state":"Enabled"}]}""");
}
