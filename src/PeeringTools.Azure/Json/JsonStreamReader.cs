using System.Buffers;
using System.Text.Json;
using PeeringTools.Azure.Wire;

namespace PeeringTools.Azure.Json;

/// <summary>
/// Reads JSON forward only while its bytes arrive. Memory stays at one buffer, however long the body is: what is not
/// asked for is skipped in place.
/// </summary>
/// <remarks>
/// Every method that reads a value consumes exactly one. After <see cref="NextMemberAsync"/> either read the member's value or
/// <see cref="SkipAsync"/> it. Text that is no JSON, or ends early, is a <see cref="JsonException"/>.
/// Nearly every token lies in the buffer when it is asked for. Each method therefore has a way without a state machine, and
/// awaits only where bytes are missing: a large page has a million tokens.
/// </remarks>
internal sealed partial class JsonStreamReader : IDisposable
{
    private const int MaximumDepth = 64;

    private readonly Stream _stream;
    private readonly int _maximumToken;
    private readonly CancellationToken _cancellationToken;
    private readonly TextPool _texts = new();
    private byte[] _buffer;
    private int _start;
    private int _end;
    private bool _final;
    private bool _begun;
    private bool _peeked;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaximumDepth });
    private bool _isMember;
    private Place _name;
    private JsonTokenType _token;
    private Place _value;

    /// <param name="stream">The body; it stays the caller's.</param>
    /// <param name="cancellationToken">Ends every read.</param>
    /// <param name="bufferSize">Bytes to begin with.</param>
    /// <param name="maximumToken">Longest single name or text, or value read in one go, in bytes; the buffer never grows beyond it.</param>
    public JsonStreamReader(Stream stream, CancellationToken cancellationToken, int bufferSize = 128 * 1024, int maximumToken = 1024 * 1024)
    {
        _stream = stream;
        _cancellationToken = cancellationToken;
        _maximumToken = maximumToken;
        _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
    }

    /// <summary>Enters the object that comes next.</summary>
    /// <returns>False where null stands in its place.</returns>
    public ValueTask<bool> StartObjectAsync() => this.StartAsync(JsonTokenType.StartObject);

    /// <summary>Enters the object that comes next; anything else is passed over.</summary>
    /// <returns>False where something else stood in its place.</returns>
    public async ValueTask<bool> StartObjectOrSkipAsync()
    {
        if (!this.TryReadValueToken()) await this.ReadSlowlyAsync().ConfigureAwait(false);
        if (_token == JsonTokenType.StartArray) await this.SkipEnteredAsync().ConfigureAwait(false);
        return _token == JsonTokenType.StartObject;
    }

    /// <summary>Enters the array that comes next.</summary>
    /// <returns>False where null stands in its place.</returns>
    public ValueTask<bool> StartArrayAsync() => this.StartAsync(JsonTokenType.StartArray);

    /// <summary>Goes to the next member of the object; false at its end.</summary>
    public ValueTask<bool> NextMemberAsync()
    {
        return this.TryRead() ? new ValueTask<bool>(_isMember) : SlowlyAsync();

        async ValueTask<bool> SlowlyAsync()
        {
            await this.ReadSlowlyAsync().ConfigureAwait(false);
            return _isMember;
        }
    }

    /// <summary>Goes before the next item of the array; false at its end.</summary>
    public ValueTask<bool> NextItemAsync()
    {
        return this.TryRead() ? new ValueTask<bool>(this.Peek()) : SlowlyAsync();

        async ValueTask<bool> SlowlyAsync()
        {
            await this.ReadSlowlyAsync().ConfigureAwait(false);
            return this.Peek();
        }
    }

    /// <summary>Passes over the next value, whatever it is, without keeping a byte of it.</summary>
    public ValueTask SkipAsync()
    {
        if (!this.TryReadValueToken()) return SlowlyAsync();
        return _token is JsonTokenType.StartObject or JsonTokenType.StartArray ? this.SkipEnteredAsync() : default;

        async ValueTask SlowlyAsync()
        {
            await this.ReadSlowlyAsync().ConfigureAwait(false);
            if (_token is JsonTokenType.StartObject or JsonTokenType.StartArray) await this.SkipEnteredAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes sure that nothing follows the one value of the body.</summary>
    public async ValueTask EndAsync()
    {
        while (true)
        {
            if (this.TryRead()) throw new JsonException("Something follows the JSON value.");
            if (_final) return;
            await this.FillAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Passes over the rest of the object or array whose start was just read.</summary>
    private ValueTask SkipEnteredAsync()
    {
        ContainerEnd end = default;
        return this.TryPass(ref end) ? default : SlowlyAsync(end);

        async ValueTask SlowlyAsync(ContainerEnd sought)
        {
            do await this.FillFurtherAsync().ConfigureAwait(false);
            while (!this.TryPass(ref sought));
        }
    }

    private ValueTask<bool> StartAsync(JsonTokenType expected)
    {
        return this.TryReadValueToken() ? new ValueTask<bool>(_token.Begins(expected)) : SlowlyAsync(expected);

        async ValueTask<bool> SlowlyAsync(JsonTokenType wanted)
        {
            await this.ReadSlowlyAsync().ConfigureAwait(false);
            return _token.Begins(wanted);
        }
    }

    private bool Peek() => _peeked = _token != JsonTokenType.EndArray;

    /// <summary>The token that begins the value: one that was read already, or the next; false where bytes are missing.</summary>
    private bool TryReadValueToken()
    {
        if (!_peeked) return this.TryRead();
        _peeked = false;
        return true;
    }

    /// <summary>The next token where the buffer did not hold all of it.</summary>
    private async ValueTask ReadSlowlyAsync()
    {
        do await this.FillFurtherAsync().ConfigureAwait(false);
        while (!this.TryRead());
    }

    private bool TryRead()
    {
        if (!_begun) return false;
        Utf8JsonReader reader = new(_buffer.AsSpan(_start, _end - _start), _final, _state);
        if (!reader.Read()) return false;
        _isMember = reader.TokenType == JsonTokenType.PropertyName;
        if (_isMember)
        {
            _name = Place.Of(reader, _start);
            // Its value mostly lies in the buffer too, and a reader costs more than a token does.
            _peeked = reader.Read();
        }

        _value = Place.Of(reader, _start);
        _token = reader.TokenType;
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
        return true;
    }

    /// <summary>Passes over what is buffered of a container, and then reads its end.</summary>
    private bool TryPass(ref ContainerEnd end)
    {
        bool found = end.TryFind(_buffer.AsSpan(_start, _end - _start), out int passed);
        _start += passed;
        // To the reader's state it was an empty container.
        return found && this.TryRead();
    }

    /// <summary>Takes what the stream has where a value still wants bytes.</summary>
    private ValueTask FillFurtherAsync() => _final ? throw new JsonException("The JSON ends early.") : this.FillAsync();

    /// <summary>Keeps what is not read yet, makes room where one token fills the buffer, and takes what the stream has.</summary>
    private async ValueTask FillAsync()
    {
        int kept = _end - _start;
        if (kept == _buffer.Length)
        {
            if (kept >= _maximumToken) throw new JsonException($"A single value is longer than {_maximumToken} bytes.");
            byte[] larger = ArrayPool<byte>.Shared.Rent(kept * 2);
            Buffer.BlockCopy(_buffer, _start, larger, 0, kept);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, kept);
        }

        (_start, _end) = (0, kept);
        int read = await _stream.ReadSomeAsync(_buffer, _end, _buffer.Length - _end, _cancellationToken).ConfigureAwait(false);
        _final = read == 0;
        _end += read;
        if (!_begun && (_final || _end >= 3)) this.PassByteOrderMark();
    }

    /// <summary>Where in the buffer a name or a value stands, without quotes.</summary>
    private readonly record struct Place(int Start, int Length, bool IsEscaped)
    {
        public static Place Of(in Utf8JsonReader reader, int offset)
        {
            bool quoted = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            return new Place(offset + (int)reader.TokenStartIndex + (quoted ? 1 : 0), reader.ValueSpan.Length, reader.ValueIsEscaped);
        }
    }

    private void PassByteOrderMark()
    {
        _begun = true;
        if (_end >= 3 && _buffer[0] == 0xEF && _buffer[1] == 0xBB && _buffer[2] == 0xBF) _start = 3;
    }
}
