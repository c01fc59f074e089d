using System.Text.Json;

namespace PeeringTools.Azure.Json;

/// <summary>Reads one value and consumes it whole.</summary>
internal delegate T ReadValue<out T>(ref JsonValue json);

/// <summary>
/// An object or a list that lies in memory, read forward. It has the words of <see cref="JsonStreamReader"/> without the waiting:
/// where the bytes end before the value does, everything reads as absent and <see cref="IsCut"/> says so.
/// </summary>
/// <remarks>Text that is no JSON is a <see cref="JsonException"/>. Copies go their own ways: pass it by reference.</remarks>
internal ref struct JsonValue
{
    private readonly TextPool _texts;
    private Utf8JsonReader _reader;
    private bool _isBegun;

    /// <param name="reader">Has read the token that begins the value, and no more.</param>
    /// <param name="texts">Makes the texts.</param>
    public JsonValue(Utf8JsonReader reader, TextPool texts)
    {
        _reader = reader;
        _texts = texts;
        _isBegun = true;
    }

    /// <summary>True where the bytes ended before the value did: what was read of it is worth nothing.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Where the reading goes on after the value.</summary>
    public readonly JsonReaderState State => _reader.CurrentState;

    /// <summary>Bytes read, the token that begins the value apart.</summary>
    public readonly int BytesConsumed => (int)_reader.BytesConsumed;

    /// <summary>Enters the object that comes next; false where null stands in its place.</summary>
    public bool StartObject() => this.ReadToken() && _reader.TokenType.Begins(JsonTokenType.StartObject);

    /// <summary>Enters the list that comes next; false where null stands in its place.</summary>
    public bool StartArray() => this.ReadToken() && _reader.TokenType.Begins(JsonTokenType.StartArray);

    /// <summary>Goes to the next member of the object; false at its end.</summary>
    public bool NextMember() => this.ReadToken() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes before the next item of the list; false at its end.</summary>
    public bool NextItem() => _isBegun = this.ReadToken() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>True when the member just reached has this name, in this casing.</summary>
    public readonly bool NameIs(ReadOnlySpan<byte> name) =>
        _reader.ValueIsEscaped ? string.Equals(this.Name(), _texts.Of(name), StringComparison.Ordinal) : _reader.ValueSpan.SequenceEqual(name);

    /// <summary>Name of the member just reached.</summary>
    public readonly string Name() => this.Text();

    /// <summary>The text that comes next; null for null. Numbers and truth values are given as they are written.</summary>
    public string? ReadString() => this.ReadToken() && _reader.TokenType.IsText() ? this.Text() : null;

    /// <summary>The truth value that comes next; null for null.</summary>
    public bool? ReadBoolean() => this.ReadToken() ? _reader.TokenType.Truth() : null;

    /// <summary>The list of texts that comes next; empty for null.</summary>
    public string[] ReadStrings()
    {
        if (!this.StartArray()) return [];
        // Most lists in an answer hold one text.
        string? first = null;
        List<string>? texts = null;
        while (this.NextItem())
        {
            if (this.ReadString() is not string text) continue;
            if (first is null) first = text;
            else (texts ??= [first]).Add(text);
        }

        return texts is not null ? [.. texts] : first is null ? [] : [first];
    }

    /// <summary>Passes over the next value, whatever it is.</summary>
    public void Skip()
    {
        if (!this.ReadToken() || _reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        int outside = _reader.CurrentDepth;
        // Within the container everything lies deeper than where it began; only its own end does not.
        while (this.ReadToken() && _reader.CurrentDepth > outside) continue;
    }

    private readonly string Text() => _reader.ValueIsEscaped ? _texts.OfEscaped(_reader) : _texts.Of(_reader.ValueSpan);

    /// <summary>The next token, unless it was read already; false where bytes are missing.</summary>
    private bool ReadToken()
    {
        if (_isBegun)
        {
            _isBegun = false;
            return true;
        }

        if (!IsCut && _reader.Read()) return true;
        IsCut = true;
        return false;
    }
}
