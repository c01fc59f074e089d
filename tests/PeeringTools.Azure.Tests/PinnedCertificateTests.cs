using PeeringTools.Azure.Tests.Doubles;
using PeeringTools.Azure.Wire;
using PeeringTools.Ports;

namespace PeeringTools.Azure.Tests;

/// <summary>A self-signed endpoint is trusted by its thumbprint and by nothing else.</summary>
public class PinnedCertificateTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("its own", true)]
    [InlineData("another", false)]
    [InlineData("none", false)]
    public async Task Only_the_certificate_that_was_pinned_is_talked_to(string pin, bool trusted)
    {
        using TlsEndpoint endpoint = new("""{"value":[]}""");
        byte[] thumbprint = endpoint.Thumbprint;
        if (pin == "another") thumbprint[31] ^= 1;
        IArmGateway gateway = new ArmGateway(new SteppingClock(), Transport.Create);
        Task<PeeringConnection> connect = gateway.ConnectAsync(
            new ConnectionRequest
            {
                Kind = CredentialKind.AccessToken,
                AccessToken = Tokens.Secure(Tokens.Jwt(SteppingClock.Beginning.AddHours(1))),
                Endpoint = endpoint.Address,
                PinnedCertificate = pin == "none" ? null : Convert.ToHexString(thumbprint),
            },
            new RecordingReporter(), Cancel);

        if (trusted) Assert.Equal(endpoint.Address, (await connect).Endpoint);
        else Assert.Equal(nameof(Errors.EndpointUnreachable), (await Assert.ThrowsAsync<PeeringException>(() => connect)).Error.Id);
        Assert.Equal(trusted ? 1 : 0, endpoint.Requests);
    }
}
