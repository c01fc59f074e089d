using System.Text.Json;

namespace PeeringTools.Azure.Failures;

/// <summary>Code and message of ARM's error envelope, cleaned for show.</summary>
internal sealed record ArmFailure(string Code, string Message)
{
    private const int MaximumCodeLength = 100;

    public static ArmFailure None { get; } = new("", "");

    /// <summary>How it reads in a message.</summary>
    public string Text => Message.Length == 0 ? Code : Code.Length == 0 ? Message : Code + ": " + Message;

    /// <summary>
    /// Reads <c>{"error":{"code","message"}}</c> in any casing; a body that is none gives <see cref="None"/>. A code that says
    /// nothing gives way to the first of its details, where Resource Graph tells what is wrong.
    /// </summary>
    public static ArmFailure Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement error = Member(document.RootElement, "error");
            if (error.ValueKind != JsonValueKind.Object) error = document.RootElement;
            if (TextOf(error, "code") is "BadRequest" or "RateLimiting" && FirstDetail(error) is { ValueKind: JsonValueKind.Object } detail) error = detail;
            return Of(TextOf(error, "code"), TextOf(error, "message"));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    public static ArmFailure Of(string? code, string? message) =>
        new(SafeText.ForMessage(code, MaximumCodeLength), SafeText.ForMessage(message));

    private static JsonElement FirstDetail(JsonElement error) =>
        Member(error, "details") is { ValueKind: JsonValueKind.Array } details ? details.EnumerateArray().FirstOrDefault() : default;

    private static string? TextOf(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Member(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return default;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        }

        return default;
    }
}
