using System.Text.Json;

namespace PeeringTools.Azure.Identity;

/// <summary>What an access token says of itself. It is read, not verified: Azure does that.</summary>
internal sealed record TokenClaims(string Account, string? TenantId, DateTimeOffset? ExpiresOn)
{
    private static readonly string[] AccountClaims = ["upn", "unique_name", "preferred_username", "app_displayname", "appid", "oid"];

    public static TokenClaims Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3) return new TokenClaims("", null, null);
        try
        {
            using JsonDocument payload = JsonDocument.Parse(Decoded(parts[1]));
            JsonElement claims = payload.RootElement;
            string account = AccountClaims.Select(name => Text(claims, name)).FirstOrDefault(value => value.Length > 0) ?? "";
            string tenant = Text(claims, "tid");
            return new TokenClaims(account, tenant.Length > 0 ? tenant : null, Expiry(claims));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return new TokenClaims("", null, null);
        }
    }

    private static byte[] Decoded(string part)
    {
        string text = part.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    private static string Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? SafeText.ForMessage(value.GetString(), 200) : "";

    private static DateTimeOffset? Expiry(JsonElement claims)
    {
        const long latest = 253402300799;
        return claims.TryGetProperty("exp", out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out long seconds) && seconds is >= 0 and <= latest
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
