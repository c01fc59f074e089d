using System.Text.Json;

namespace PeeringTools.Lab.Graph;

/// <summary>One column of a projection: a name, and the path of what it shows, perhaps as a text.</summary>
internal sealed class GraphColumn
{
    private readonly string[] _path;
    private readonly bool _asText;

    private GraphColumn(string name, string[] path, bool asText)
    {
        Name = name;
        _path = path;
        _asText = asText;
    }

    public string Name { get; }

    public bool IsId => Name == "id" && _path is ["id"];

    public static List<GraphColumn> ParseAll(List<string> words)
    {
        List<GraphColumn> columns = [];
        List<string> part = [];
        foreach (string word in words.Skip(1).Concat([","]))
        {
            if (word != ",")
            {
                part.Add(word);
                continue;
            }

            columns.Add(Parse(part));
            part.Clear();
        }

        return columns.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count() == columns.Count
            ? columns
            : throw GraphErrors.InvalidQuery("two columns of one name");
    }

    public void Write(Utf8JsonWriter writer, JsonElement row)
    {
        writer.WritePropertyName(Name);
        JsonElement? value = row;
        foreach (string name in _path)
        {
            // Names in dynamic values keep their case, as in Kusto.
            value = value is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out JsonElement member) ? member : null;
        }

        if (value is not JsonElement shown || (shown.ValueKind == JsonValueKind.Null && !_asText))
        {
            if (_asText)
            {
                writer.WriteStringValue("");
            }
            else
            {
                writer.WriteNullValue();
            }
        }
        else if (_asText && shown.ValueKind != JsonValueKind.String)
        {
            writer.WriteStringValue(shown.ValueKind == JsonValueKind.Null ? "" : shown.GetRawText());
        }
        else
        {
            shown.WriteTo(writer);
        }
    }

    private static GraphColumn Parse(List<string> words)
    {
        bool named = words.Count > 2 && words[1] == "=";
        List<string> value = named ? words.GetRange(2, words.Count - 2) : words;
        bool text = value.Count > 3 && value[0] == "tostring" && value[1] == "(" && value[value.Count - 1] == ")";
        List<string> path = text ? value.GetRange(2, value.Count - 3) : value;
        bool readable = path.Count % 2 == 1 && !path.Where((w, i) => i % 2 == 1 ? w != "." : !IsName(w)).Any() && (named || path.Count == 1) && IsName(words[0]);
        string[] names = readable ? [.. path.Where((_, i) => i % 2 == 0)] : throw GraphErrors.InvalidQuery("a column other than a path or tostring(path)");
        if (!GraphRow.Columns.Contains(names[0]))
        {
            throw GraphErrors.InvalidQuery($"the column '{names[0]}'");
        }

        return new GraphColumn(words[0], names, text);
    }

    private static bool IsName(string word) => char.IsLetter(word[0]) || word[0] == '_';
}
