using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using PeeringTools.Azure.Wire;
using PeeringTools.Lab.Server.Identity;
using PeeringTools.Lab.Server.Tests.Support;

namespace PeeringTools.Lab.Server.Tests;

/// <summary>Azure.Identity as it is, told only where the authority is and which certificate it shows.</summary>
public sealed class SignInTests(RunningServer server) : ServerTest(server)
{
    private TokenRequestContext Scope => new([Server.Server.Endpoint + "/.default"]);

    public static TheoryData<string> Credentials => ["secret", "certificate", "assertion", "workload"];

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Every_credential_of_Azure_Identity_gets_a_token_that_Resource_Manager_takes(string kind)
    {
        TokenCredential credential = kind switch
        {
            "secret" => new ClientSecretCredential(Server.Contoso, Server.Operator.ClientId, Server.Operator.Secret, this.Options(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })),
            "certificate" => new ClientCertificateCredential(Server.Contoso, Server.Operator.ClientId, Server.Operator.Certificate, this.Options(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true })),
            "assertion" => new ClientAssertionCredential(Server.Contoso, Server.Operator.ClientId, () => File.ReadAllText(Server.Server.FederatedTokenPath(Server.Operator)), this.Options(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = true })),
            _ => new WorkloadIdentityCredential(this.Options(new WorkloadIdentityCredentialOptions
            {
                DisableInstanceDiscovery = true,
                TenantId = Server.Contoso,
                ClientId = Server.Operator.ClientId,
                TokenFilePath = Server.Server.FederatedTokenPath(Server.Operator),
            })),
        };
        AccessToken token = await credential.GetTokenAsync(Scope, Cancel);
        Assert.Equal(200, (await Server.GetAsync("subscriptions?api-version=2022-12-01", token.Token)).Status);
        Assert.Equal(("client_credentials", 200), Server.Server.SignIns.All.Select(s => (s.Grant, s.Status)).Single());
    }

    [Fact]
    public async Task A_device_code_waits_until_it_is_approved_and_the_user_goes_on_with_a_refresh_token()
    {
        DeviceCodeCredential credential = new(this.Options(new DeviceCodeCredentialOptions
        {
            DisableInstanceDiscovery = true,
            TenantId = Server.Contoso,
            DeviceCodeCallback = async (code, _) => Assert.Equal(200, (await Server.ControlAsync("POST", "devicecode", $$"""{"userCode":"{{code.UserCode}}"}""")).Status),
        }));
        AccessToken first = await credential.GetTokenAsync(Scope, Cancel);
        Assert.Equal(200, (await Server.GetAsync("subscriptions?api-version=2022-12-01", first.Token)).Status);
        AccessToken second = await credential.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), Cancel);
        Assert.Equal(200, (await Server.GetAsync("subscriptions?api-version=2022-12-01", second.Token)).Status);
        Assert.Contains("refresh_token", Server.Server.SignIns.All.Select(s => s.Grant));
        Assert.Equal(Server.Lab.Principals[0].Id, Server.Lab.Ledger.Requests[^1].PrincipalId);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "secret", "AADSTS7000215" },
        { "client", "AADSTS700016" },
        { "tenant", "AADSTS90002" },
        { "resource", "AADSTS500011" },
        { "grant", "AADSTS70003" },
        { "nothing", "AADSTS7000218" },
        { "refresh", "AADSTS70000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_sign_in_is_refused_in_the_words_of_Entra(string what, string code)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = what switch { "grant" => "password", "refresh" => "refresh_token", _ => "client_credentials" },
            ["client_id"] = what == "client" ? Guid.NewGuid().ToString() : Server.Operator.ClientId,
            ["scope"] = (what == "resource" ? "https://graph.microsoft.com" : "https://management.azure.com") + "/.default",
            ["refresh_token"] = "lab-refresh~none",
        };
        if (what != "nothing") form["client_secret"] = what == "secret" ? Server.Owner.Secret! : Server.Operator.Secret!;
        (int status, string body) = await this.TokenAsync(what == "tenant" ? Guid.NewGuid().ToString() : Server.Contoso, form);
        Assert.Contains(code + ":", body);
        Assert.True(status is 400 or 401, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(code, Server.Server.SignIns.All[^1].Error);
    }

    public static TheoryData<string, string> Assertions => new()
    {
        { "certificate of another", "AADSTS700027" },
        { "application of another", "AADSTS70021" },
        { "audience of another", "AADSTS700212" },
        { "signed by another", "AADSTS50013" },
        { "too old", "AADSTS700024" },
        { "nonsense", "AADSTS50027" },
    };

    [Theory]
    [MemberData(nameof(Assertions))]
    public async Task An_assertion_is_believed_only_when_issuer_subject_audience_time_and_signature_agree(string what, string code)
    {
        Application application = what is "certificate of another" or "application of another" ? Server.Owner : Server.Operator;
        using TokenSigner stranger = new();
        string assertion = what switch
        {
            "certificate of another" => await this.CertificateAssertionAsync(),
            "application of another" or "too old" => Server.Server.Assertions.IssueForeign(Server.Operator, Server.Lab.Clock.GetUtcNow()),
            "audience of another" => Foreign(stranger, "api://other"),
            "signed by another" => Foreign(stranger, ClientAssertions.ExchangeAudience),
            _ => "a.b.c",
        };
        if (what == "too old") Server.Lab.AdvanceClock(TimeSpan.FromDays(2));
        (int status, string body) = await this.TokenAsync(Server.Contoso, new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = application.ClientId,
            ["scope"] = "https://management.azure.com/.default",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        });
        Assert.Contains(code + ":", body);
        Assert.Equal(401, status);
    }

    [Fact]
    public async Task The_authority_says_what_it_offers_and_its_key_verifies_its_tokens()
    {
        System.Text.Json.Nodes.JsonNode configuration = System.Text.Json.Nodes.JsonNode.Parse(
            await Server.Http.GetStringAsync(new Uri(Server.Server.Authority, Server.Contoso + "/v2.0/.well-known/openid-configuration"), Cancel))!;
        Assert.Equal($"{Server.Server.Authority}{Server.Contoso}/v2.0", (string)configuration["issuer"]!);
        System.Text.Json.Nodes.JsonNode key = System.Text.Json.Nodes.JsonNode.Parse(
            await Server.Http.GetStringAsync(new Uri((string)configuration["jwks_uri"]!), Cancel))!["keys"]![0]!;
        using System.Security.Cryptography.ECDsa verifier = System.Security.Cryptography.ECDsa.Create(new System.Security.Cryptography.ECParameters
        {
            Curve = System.Security.Cryptography.ECCurve.NamedCurves.nistP256,
            Q = new() { X = System.Buffers.Text.Base64Url.DecodeFromChars((string)key["x"]!), Y = System.Buffers.Text.Base64Url.DecodeFromChars((string)key["y"]!) },
        });
        Assert.True(Jwt.TryDecode(Server.Token(), out Jwt? jwt));
        Assert.True(verifier.VerifyData(jwt.Signed, jwt.Signature, System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData(null, "https://management.azure.com/", 200)]
    [InlineData("wrong", "https://management.azure.com/", 401)]
    [InlineData(null, "https://vault.azure.net", 400)]
    public async Task The_managed_identity_endpoint_asks_for_its_header(string? header, string resource, int expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"{Server.Server.ManagedIdentityEndpoint}?api-version=2019-08-01&resource={Uri.EscapeDataString(resource)}");
        request.Headers.Add("X-IDENTITY-HEADER", header ?? Server.Server.IdentityHeader);
        using HttpResponseMessage answer = await Server.Http.SendAsync(request, Cancel);
        Assert.Equal(expected, (int)answer.StatusCode);
    }

    private string Foreign(TokenSigner signer, string audience) => signer.Sign(new System.Text.Json.Nodes.JsonObject
    {
        ["iss"] = new Uri(Server.Server.Authority, "federation").AbsoluteUri,
        ["sub"] = Server.Operator.FederatedSubject,
        ["aud"] = audience,
        ["exp"] = Server.Lab.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    });

    /// <summary>An assertion as an Azure SDK makes it with the operator's certificate.</summary>
    private async Task<string> CertificateAssertionAsync()
    {
        AssertionKeeper keeper = new();
        ClientCertificateCredentialOptions options = new() { DisableInstanceDiscovery = true, AuthorityHost = Server.Server.Authority, Transport = new HttpClientTransport(new HttpClient(keeper)) };
        ClientCertificateCredential credential = new(Server.Contoso, Server.Operator.ClientId, Server.Operator.Certificate, options);
        await Assert.ThrowsAnyAsync<Exception>(async () => await credential.GetTokenAsync(Scope, Cancel));
        return keeper.Assertion;
    }

    private async Task<(int Status, string Body)> TokenAsync(string tenant, Dictionary<string, string> form)
    {
        using FormUrlEncodedContent content = new(form);
        using HttpResponseMessage answer = await Server.Http.PostAsync(new Uri(Server.Server.Authority, tenant + "/oauth2/v2.0/token"), content, Cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private T Options<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = Server.Server.Authority;
        options.Transport = Transport.Create(Convert.FromHexString(Server.Server.Certificate.Thumbprint));
        return options;
    }

    /// <summary>Takes the assertion out of a sign-in and lets it fail.</summary>
    private sealed class AssertionKeeper : HttpMessageHandler
    {
        public string Assertion { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Assertion = body.Split('&').Where(p => p.StartsWith("client_assertion=", StringComparison.Ordinal)).Select(p => p["client_assertion=".Length..]).FirstOrDefault(Assertion);
            return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { RequestMessage = request, Content = new StringContent("""{"error":"invalid_request"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        }
    }
}
