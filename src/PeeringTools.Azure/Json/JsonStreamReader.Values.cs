using System.Text.Json;

namespace PeeringTools.Azure.Json;

/// <content>Names and values.</content>
internal sealed partial class JsonStreamReader
{
    /// <summary>True when the member just reached has this name, in this casing.</summary>
    public bool NameIs(ReadOnlySpan<byte> name) =>
        _escaped ? string.Equals(this.Text(), ToText(name), StringComparison.Ordinal)
            : _buffer.AsSpan(_valueStart, _valueLength).SequenceEqual(name);

    /// <summary>Name of the member just reached.</summary>
    public string Name() => this.Text();

    /// <summary>The text that comes next; null for null. Numbers and truth values are given as they are written.</summary>
    public async ValueTask<string?> ReadStringAsync()
    {
        await this.ReadValueTokenAsync().ConfigureAwait(false);
        return _token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => this.Text(),
            _ => throw new JsonException($"A text was expected and {_token} found."),
        };
    }

    /// <summary>The truth value that comes next; null for null.</summary>
    public async ValueTask<bool?> ReadBooleanAsync()
    {
        await this.ReadValueTokenAsync().ConfigureAwait(false);
        return _token switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new JsonException($"True or false was expected and {_token} found."),
        };
    }

    /// <summary>The list of texts that comes next; empty for null.</summary>
    public async ValueTask<string[]> ReadStringsAsync()
    {
        if (!await this.StartArrayAsync().ConfigureAwait(false)) return [];
        List<string> texts = [];
        while (await this.NextItemAsync().ConfigureAwait(false))
        {
            if (await this.ReadStringAsync().ConfigureAwait(false) is string text) texts.Add(text);
        }

        return [.. texts];
    }

    private string Text()
    {
        ReadOnlySpan<byte> value = _buffer.AsSpan(_valueStart, _valueLength);
        return _escaped ? Unescaped(_buffer.AsSpan(_valueStart - 1, _valueLength + 2)) : ToText(value);
    }

    private static string Unescaped(ReadOnlySpan<byte> quoted)
    {
        Utf8JsonReader reader = new(quoted);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text holds half of a surrogate pair.", e);
        }
    }

    private static string ToText(ReadOnlySpan<byte> utf8)
    {
#if NET
        return System.Text.Encoding.UTF8.GetString(utf8);
#else
        return System.Text.Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }
}
