using System.Text;
using System.Text.Json;

namespace PeeringTools.Policy;

/// <summary>Reads JSON into nodes with lines and paths. Comments are allowed: a policy is written by people.</summary>
internal static class PolicyJson
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <exception cref="JsonException">It is no JSON, or says one member twice.</exception>
    public static PolicyNode Parse(byte[] json)
    {
        byte[] mark = Encoding.UTF8.GetPreamble();
        int start = json.AsSpan().StartsWith(mark) ? mark.Length : 0;
        Utf8JsonReader reader = new(json.AsSpan(start), Options);
        LineCounter lines = new(json, start);
        _ = reader.Read();
        PolicyNode root = Read(ref reader, "$", lines);
        // Anything behind the document makes this throw.
        _ = reader.Read();
        return root;
    }

    private static PolicyNode Read(ref Utf8JsonReader reader, string path, LineCounter lines)
    {
        int line = lines.LineOf(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new PolicyObject(path, line, ReadMembers(ref reader, path, lines)),
            JsonTokenType.StartArray => new PolicyList(path, line, ReadItems(ref reader, path, lines)),
            JsonTokenType.String => new PolicyScalar(path, line, reader.GetString()),
            JsonTokenType.Number => new PolicyScalar(path, line, reader.GetDouble()),
            JsonTokenType.True or JsonTokenType.False => new PolicyScalar(path, line, reader.GetBoolean()),
            _ => new PolicyScalar(path, line, null),
        };
    }

    private static List<PolicyMember> ReadMembers(ref Utf8JsonReader reader, string path, LineCounter lines)
    {
        List<PolicyMember> members = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (members.Any(member => member.Name == name))
                throw new JsonException(Wording.Fill(PolicyTexts.MemberTwice, SafeText.ForMessage(name, 80)), path, lines.LineOf(reader.TokenStartIndex) - 1, null);
            _ = reader.Read();
            members.Add(new PolicyMember(name, Read(ref reader, $"{path}.{SafeText.ForMessage(name, 80)}", lines)));
        }

        return members;
    }

    private static List<PolicyNode> ReadItems(ref Utf8JsonReader reader, string path, LineCounter lines)
    {
        List<PolicyNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, $"{path}[{items.Count}]", lines));
        return items;
    }

    /// <summary>Counts lines forward as tokens go by.</summary>
    private sealed class LineCounter(byte[] json, int start)
    {
        private int _at;
        private int _line = 1;

        public int LineOf(long position)
        {
            for (; _at < start + position; _at++)
                if (json[_at] == (byte)'\n') _line++;
            return _line;
        }
    }
}
