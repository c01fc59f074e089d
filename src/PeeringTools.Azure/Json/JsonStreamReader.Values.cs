using System.Text.Json;

namespace PeeringTools.Azure.Json;

/// <content>Names and values.</content>
internal sealed partial class JsonStreamReader
{
    /// <summary>True when the member just reached has this name, in this casing.</summary>
    public bool NameIs(ReadOnlySpan<byte> name) =>
        _name.IsEscaped ? string.Equals(this.Name(), _texts.Of(name), StringComparison.Ordinal)
            : _buffer.AsSpan(_name.Start, _name.Length).SequenceEqual(name);

    /// <summary>Name of the member just reached.</summary>
    public string Name() => this.TextAt(_name);

    /// <summary>The text that comes next; null for null. Numbers and truth values are given as they are written.</summary>
    public ValueTask<string?> ReadStringAsync()
    {
        return this.TryReadValueToken() ? new ValueTask<string?>(this.TextOrNull()) : SlowlyAsync();

        async ValueTask<string?> SlowlyAsync()
        {
            await this.ReadSlowlyAsync().ConfigureAwait(false);
            return this.TextOrNull();
        }
    }

    /// <summary>The truth value that comes next; null for null.</summary>
    public async ValueTask<bool?> ReadBooleanAsync()
    {
        if (!this.TryReadValueToken()) await this.ReadSlowlyAsync().ConfigureAwait(false);
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
        // Most lists in an answer hold one text.
        string? first = null;
        List<string>? texts = null;
        while (await this.NextItemAsync().ConfigureAwait(false))
        {
            if (await this.ReadStringAsync().ConfigureAwait(false) is not string text) continue;
            if (first is null) first = text;
            else (texts ??= [first]).Add(text);
        }

        return texts is not null ? [.. texts] : first is null ? [] : [first];
    }

    private string? TextOrNull() => _token switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => this.TextAt(_value),
        _ => throw new JsonException($"A text was expected and {_token} found."),
    };

    private string TextAt(Place place) => place.IsEscaped
        ? Unescaped(_buffer.AsSpan(place.Start - 1, place.Length + 2))
        : _texts.Of(_buffer.AsSpan(place.Start, place.Length));

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
}
