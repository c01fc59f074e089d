using System.Globalization;
using System.Text.Json;

namespace PeeringTools.Lab.Json;

/// <summary>Finds line and column of a member in the text that came, for the error that names them.</summary>
internal static class JsonPosition
{
    /// <summary>Where the member's name ends (behind its colon), or where its value ends.</summary>
    public static (int Line, int Position) Of(byte[] json, string path, bool ofValue)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        Stack<(bool IsArray, int Index, string Prefix)> open = new();
        string current = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    string prefix = open.Peek().Prefix;
                    current = prefix.Length == 0 ? reader.GetString()! : prefix + "." + reader.GetString();
                    if (!ofValue && current == path)
                    {
                        return LineAndColumn(json, Array.IndexOf(json, (byte)':', (int)reader.BytesConsumed - 1) + 1);
                    }

                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                default:
                    current = Here(open, current);
                    if (ofValue && current == path)
                    {
                        return LineAndColumn(json, (int)reader.BytesConsumed);
                    }

                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        open.Push((reader.TokenType == JsonTokenType.StartArray, 0, current));
                    }

                    break;
            }
        }

        return (1, 1);
    }

    /// <summary>An element of an array has a path of its own: the array's with the next index.</summary>
    private static string Here(Stack<(bool IsArray, int Index, string Prefix)> open, string current)
    {
        if (open.Count == 0 || !open.Peek().IsArray)
        {
            return current;
        }

        (bool isArray, int index, string prefix) = open.Pop();
        open.Push((isArray, index + 1, prefix));
        return prefix + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
    }

    private static (int Line, int Position) LineAndColumn(byte[] json, int offset)
    {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset && i < json.Length; i++)
        {
            if (json[i] == (byte)'\n')
            {
                line++;
                start = i + 1;
            }
        }

        return (line, offset - start);
    }
}
