using System.Net;
using System.Security;
using System.Text;

namespace PeeringTools.Tests.Support;

/// <summary>Access tokens nobody signed: their claims are all the module reads of one.</summary>
internal static class Jwt
{
    public const string Account = "ada@contoso.example";
    public const string Tenant = "11111111-2222-4333-8444-555555555555";

    public static string Expiring(DateTimeOffset expiry) => string.Join('.', Part("""{"alg":"none"}"""), Part(
        $$"""{"upn":"{{Account}}","tid":"{{Tenant}}","exp":{{expiry.ToUnixTimeSeconds()}}}"""), "c2lnbmF0dXJl");

    public static string Valid() => Expiring(DateTimeOffset.UtcNow.AddHours(1));

    public static SecureString Secure(string token) => new NetworkCredential("", token).SecurePassword;

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
