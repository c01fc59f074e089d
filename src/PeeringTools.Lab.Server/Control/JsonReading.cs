using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeeringTools.Lab.Server.Control;

/// <summary>Members of what a caller wishes; one of another kind than expected is an error that names it.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new JsonException($"'{name}' must be text."),
    };

    public static double Number(this JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? value.GetValue<double>()
        : throw new JsonException($"'{name}' must be a number.");

    public static bool Flag(this JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
        ? json[name]!.GetValue<bool>()
        : throw new JsonException($"'{name}' must be true or false.");

    /// <summary>Refuses members that nobody would read.</summary>
    public static void Expect(this JsonObject json, params string[] names)
    {
        string? stranger = json.Select(m => m.Key).FirstOrDefault(k => !names.Contains(k, StringComparer.Ordinal));
        if (stranger is not null) throw new JsonException($"'{stranger}' is unknown; known are {string.Join(", ", names)}.");
    }
}
