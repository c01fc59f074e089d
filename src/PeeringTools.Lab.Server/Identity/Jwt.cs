using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Identity;

/// <summary>A signed JSON web token taken apart, its signature not looked at yet. Source: RFC 7515, 7519.</summary>
internal sealed class Jwt
{
    private Jwt(JsonElement header, JsonElement claims, byte[] signed, byte[] signature) =>
        (Header, Claims, Signed, Signature) = (header, claims, signed, signature);

    public JsonElement Header { get; }

    public JsonElement Claims { get; }

    /// <summary>The bytes that the signature is over.</summary>
    public byte[] Signed { get; }

    public byte[] Signature { get; }

    public string? Algorithm => Text(Header, "alg");

    public static string Encode(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        string signed = Part(header) + "." + Part(claims);
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }

    public static bool TryDecode(string? token, [NotNullWhen(true)] out Jwt? jwt)
    {
        jwt = null;
        string[] parts = (token ?? "").Split('.');
        if (parts.Length != 3 || parts[2].Length == 0) return false;
        try
        {
            JsonElement header = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(parts[0]));
            JsonElement claims = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(parts[1]));
            if (header.ValueKind != JsonValueKind.Object || claims.ValueKind != JsonValueKind.Object) return false;
            jwt = new Jwt(header, claims, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2]));
            return true;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }

    /// <summary>A claim that is text; null where it is missing or something else.</summary>
    public string? Claim(string name) => Text(Claims, name);

    /// <summary>Whether the token is in force: begun, when it says so, and not over. Five minutes between two clocks are forgiven at the beginning.</summary>
    public bool IsCurrent(DateTimeOffset now) =>
        Seconds("exp") > now.ToUnixTimeSeconds() && (Seconds("nbf") ?? 0) <= now.AddMinutes(5).ToUnixTimeSeconds();

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Part(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    /// <summary>A time; MSAL for .NET writes it as text, and Entra takes that.</summary>
    private long? Seconds(string name) => !Claims.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long seconds) ? seconds
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long told) ? told
        : null;
}
