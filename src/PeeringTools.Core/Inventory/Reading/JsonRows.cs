using System.Text.Json;

namespace PeeringTools.Inventory;

/// <summary>The rows of a JSON inventory: one array of objects with exactly the schema's members, in any order.</summary>
internal static class JsonRows
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    /// <exception cref="UnreadableException">The file is not JSON, or no array.</exception>
    /// <exception cref="NewerSchemaException">A row is of a later schema version.</exception>
    public static IEnumerable<RawRow> Read(byte[] json)
    {
        LineCounter lines = new(json);
        JsonReaderState state = new(Options);
        int start = 0;
        for (bool isFirst = true; ; isFirst = false)
        {
            (RawRow? row, JsonReaderState next, int read) = Guarded(() => Step(json, start, state, isFirst, lines));
            if (row is not null) yield return row;
            else if (!isFirst) yield break;
            (state, start) = (next, start + read);
        }
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            long line = (broken as JsonException)?.LineNumber + 1 ?? 0;
            throw new UnreadableException(Wording.Fill(InventoryTexts.BrokenJson, line, SafeText.ForMessage(broken.Message)));
        }
    }

    /// <summary>Reads the array's start, or one row; no row at its end. A reader cannot be kept between two yields, its state can.</summary>
    private static (RawRow? Row, JsonReaderState State, int Read) Step(byte[] json, int start, JsonReaderState state, bool isFirst, LineCounter lines)
    {
        Utf8JsonReader reader = new(json.AsSpan(start), isFinalBlock: true, state);
        if (!reader.Read()) throw new UnreadableException(InventoryTexts.NotAnArray);
        if (isFirst)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new UnreadableException(InventoryTexts.NotAnArray);
            return (null, reader.CurrentState, (int)reader.BytesConsumed);
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            // Anything behind the array makes this throw.
            _ = reader.Read();
            return (null, reader.CurrentState, (int)reader.BytesConsumed);
        }

        int line = lines.LineOf(start + (int)reader.TokenStartIndex);
        JsonRow row = new();
        if (reader.TokenType == JsonTokenType.StartObject) row.Read(ref reader);
        else row.Refuse(InventoryTexts.NotAnObject, ref reader);
        return (row.ToRaw(line), reader.CurrentState, (int)reader.BytesConsumed);
    }
}
