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
        return _token.Truth();
    }

    /// <summary>The list of texts that comes next; empty for null.</summary>
    public ValueTask<string[]> ReadStringsAsync() => this.ReadWholeAsync(static (ref JsonValue json) => json.ReadStrings());

    /// <summary>
    /// The object or list that comes next, read in one go once all its bytes are here. For what is small and comes often: a reader for
    /// each of its tokens costs more than the tokens do.
    /// </summary>
    /// <param name="read">Reads it; again from the start where bytes were missing.</param>
    /// <exception cref="JsonException">Something else comes next, or it is longer than the longest single value.</exception>
    public ValueTask<T> ReadWholeAsync<T>(ReadValue<T> read)
    {
        return this.TryReadWhole(read, out T value) ? new ValueTask<T>(value) : SlowlyAsync(read);

        async ValueTask<T> SlowlyAsync(ReadValue<T> again)
        {
            T whole;
            do await this.FillFurtherAsync().ConfigureAwait(false);
            while (!this.TryReadWhole(again, out whole));
            return whole;
        }
    }

    private bool TryReadWhole<T>(ReadValue<T> read, out T value)
    {
        value = default!;
        if (!_peeked && !this.TryRead()) return false;
        _peeked = true;
        if (_token is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null))
            throw new JsonException($"An object or a list was expected and {_token} found.");
        JsonValue json = new(new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state), _texts);
        value = read(ref json);
        if (json.IsCut) return false;
        _peeked = false;
        _state = json.State;
        _start += json.BytesConsumed;
        return true;
    }

    private string? TextOrNull() => _token.IsText() ? this.TextAt(_value) : null;

    private string TextAt(Place place)
    {
        if (!place.IsEscaped) return _texts.Of(_buffer.AsSpan(place.Start, place.Length));
        Utf8JsonReader quoted = new(_buffer.AsSpan(place.Start - 1, place.Length + 2));
        quoted.Read();
        return _texts.OfEscaped(quoted);
    }
}
