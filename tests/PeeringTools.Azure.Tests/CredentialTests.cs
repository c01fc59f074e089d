using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>Credentials that the SDK trades for a token, against a sign-in of the test's own.</summary>
public class CredentialTests
{
    private const string Secret = "secret-that-nobody-may-see";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string GoodToken = Tokens.Jwt(SteppingClock.Beginning.AddHours(1), ("upn", "app"));

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

    private static Task<PeeringConnection> ConnectAsync(ScriptedArm arm, ConnectionRequest request)
    {
        HttpPipelineTransport transport = Transport.Over(arm);
        IArmGateway gateway = new ArmGateway(arm.Clock, _ => transport);
        return gateway.ConnectAsync(request, arm.Reporter, Cancel);
    }

    private static ConnectionRequest Custom(CredentialKind kind) => new()
    {
        Kind = kind,
        TenantId = "77777777-7777-7777-7777-777777777777",
        ClientId = "88888888-8888-8888-8888-888888888888",
        Endpoint = new Uri("https://arm.test"),
        Authority = new Uri("https://login.test"),
    };

    private static HttpResponseMessage SignIn(SentRequest sent) => sent.Uri.Host == "login.test"
        ? ScriptedArm.Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{GoodToken}}"}""")
        : ScriptedArm.Json("""{"value":[]}""");
}
