using System.Security;
using System.Text;
using System.Text.Json;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>Tokens that look like Azure's and are signed by nobody.</summary>
internal static class Tokens
{
    public static string Jwt(DateTimeOffset? expiry, params (string Name, object Value)[] claims)
    {
        Dictionary<string, object> payload = claims.ToDictionary(c => c.Name, c => c.Value);
        if (expiry is DateTimeOffset end) payload["exp"] = end.ToUnixTimeSeconds();
        return Encode("""{"alg":"none"}""") + "." + Encode(JsonSerializer.Serialize(payload)) + ".c2lnbmF0dXJl";
    }

    public static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char c in text) secure.AppendChar(c);
        return secure;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
