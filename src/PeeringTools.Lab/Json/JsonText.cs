using System.Text.Encodings.Web;
using System.Text.Json;

namespace PeeringTools.Lab.Json;

/// <summary>How the lab reads and writes JSON.</summary>
internal static class JsonText
{
    /// <summary>Azure writes quotes as \" and leaves plus signs and apostrophes alone.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonDocumentOptions Reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What is written, as UTF-8.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Writing))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>A member by name, whatever its case, as Azure reads bodies.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty(name, out JsonElement exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return null;
    }

    public static string? Text(this JsonElement? element) => element is { ValueKind: JsonValueKind.String } e ? e.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } e ? e.EnumerateArray() : [];

    public static string[] Texts(this JsonElement? element) =>
        [.. element.Items().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)];

    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    public static void WriteTags(this Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? tags)
    {
        if (tags is null)
        {
            return;
        }

        writer.WriteStartObject("tags");
        foreach (KeyValuePair<string, string> tag in tags)
        {
            writer.WriteString(tag.Key, tag.Value);
        }

        writer.WriteEndObject();
    }
}
