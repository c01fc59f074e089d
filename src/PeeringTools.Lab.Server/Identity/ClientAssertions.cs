using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>
/// Whether an application is who it says: an assertion signed with its own certificate, or a token of the foreign issuer
/// that it trusts. The foreign issuer is this server as well, with another key.
/// </summary>
internal sealed class ClientAssertions(TokenSigner foreignKey, Uri foreignIssuer)
{
    /// <summary>What a token of a foreign issuer must be made for. Source: workload identity federation.</summary>
    public const string ExchangeAudience = "api://AzureADTokenExchange";

    /// <summary>A token of the foreign issuer, good for a day.</summary>
    public string IssueForeign(Application application, DateTimeOffset now) => foreignKey.Sign(new JsonObject
    {
        ["iss"] = foreignIssuer.AbsoluteUri,
        ["sub"] = application.FederatedSubject,
        ["aud"] = ExchangeAudience,
        ["iat"] = now.ToUnixTimeSeconds(),
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddDays(1).ToUnixTimeSeconds(),
    });

    /// <param name="assertion">What the application sent.</param>
    /// <param name="application">Who it says to be.</param>
    /// <param name="audiences">The addresses of the token endpoint that an assertion may be made for.</param>
    /// <param name="now">The lab's time.</param>
    /// <exception cref="SignInException">It is not proven.</exception>
    public void Check(string assertion, Application application, IReadOnlyList<string> audiences, DateTimeOffset now)
    {
        if (!Jwt.TryDecode(assertion, out Jwt? jwt)) throw SignInException.InvalidClient(50027, "The client assertion is no signed JSON web token.");
        if (!jwt.IsCurrent(now)) throw SignInException.InvalidClient(700024, "Client assertion is not within its valid time range.");
        if (jwt.Claim("iss") == foreignIssuer.AbsoluteUri) this.CheckForeign(jwt, application);
        else CheckOwn(jwt, application, audiences);
    }

    private void CheckForeign(Jwt jwt, Application application)
    {
        if (application.FederatedSubject is not string subject || jwt.Claim("sub") != subject)
        {
            throw SignInException.InvalidClient(70021, $"No matching federated identity record found for presented assertion subject '{jwt.Claim("sub")}'.");
        }

        if (jwt.Claim("aud") != ExchangeAudience) throw SignInException.InvalidClient(700212, "No matching federated identity record found for presented assertion audience.");
        if (!foreignKey.Signed(jwt)) throw SignInException.InvalidClient(50013, "Assertion failed signature validation.");
    }

    private static void CheckOwn(Jwt jwt, Application application, IReadOnlyList<string> audiences)
    {
        if (application.Certificate is not X509Certificate2 certificate || !Signed(jwt, certificate))
        {
            throw SignInException.InvalidClient(700027, "The certificate used to sign the client assertion is not registered on the application.");
        }

        bool own = Is(jwt.Claim("iss"), application.ClientId) && Is(jwt.Claim("sub"), application.ClientId);
        if (!own) throw SignInException.InvalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        if (!Audiences(jwt).Any(a => audiences.Contains(a.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)))
        {
            throw SignInException.InvalidClient(700023, "Client assertion audience claim does not match realm issuer.");
        }
    }

    private static bool Signed(Jwt jwt, X509Certificate2 certificate)
    {
        using RSA? key = certificate.GetRSAPublicKey();
        RSASignaturePadding? padding = jwt.Algorithm switch { "RS256" => RSASignaturePadding.Pkcs1, "PS256" => RSASignaturePadding.Pss, _ => null };
        return padding is not null && key is not null && key.VerifyData(jwt.Signed, jwt.Signature, HashAlgorithmName.SHA256, padding);
    }

    private static IEnumerable<string> Audiences(Jwt jwt) => jwt.Claims.TryGetProperty("aud", out JsonElement audience)
        ? audience.ValueKind == JsonValueKind.Array ? audience.EnumerateArray().Select(a => a.GetString() ?? "") : [jwt.Claim("aud") ?? ""]
        : [];

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
