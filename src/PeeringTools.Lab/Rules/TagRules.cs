using System.Text.Json;
using System.Text.Json.Nodes;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Limits of tags: 50 of them, names up to 512 without some characters, values up to 256.</summary>
internal static class TagRules
{
    private const string Forbidden = "<>%&\\?/";

    /// <summary>Tags by name; names are found whatever their case and keep the one they came in.</summary>
    public static Dictionary<string, string> Read(JsonElement? element)
    {
        Dictionary<string, string> tags = new(StringComparer.OrdinalIgnoreCase);
        if (element is not { ValueKind: JsonValueKind.Object } given)
        {
            return tags;
        }

        foreach (JsonProperty tag in given.EnumerateObject())
        {
            tags[tag.Name] = tag.Value.ValueKind == JsonValueKind.String ? tag.Value.GetString()! : tag.Value.GetRawText();
        }

        Check(tags);
        return tags;
    }

    /// <summary>The tags of a resource that is only stored.</summary>
    public static Dictionary<string, string>? Of(JsonObject resource) =>
        (resource["tags"] as JsonObject)?.ToDictionary(t => t.Key, t => t.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);

    public static void Check(Dictionary<string, string> tags)
    {
        if (tags.Count > 50)
        {
            throw Bad("InvalidTagCount", $"The number of tags {tags.Count} exceeds the maximum allowed tag count of 50.");
        }

        foreach (KeyValuePair<string, string> tag in tags)
        {
            if (tag.Key.Length is 0 or > 512 || tag.Key.Any(c => Forbidden.Contains(c)))
            {
                throw Bad("InvalidTagNameCharacters", $"The tag name '{tag.Key}' is invalid: a name has up to 512 characters and none of '<,>,%,&,\\,?,/'.");
            }

            if (tag.Value.Length > 256)
            {
                throw Bad("InvalidTagValueLength", $"The value of tag '{tag.Key}' is longer than 256 characters.");
            }
        }
    }

    private static ArmException Bad(string code, string message) => ArmError.FrontEnd(400, code, message).Thrown();
}
