using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace PeeringTools.Azure.Json;

/// <summary>
/// Makes texts of UTF-8, and hands out the one it made before where the same comes again soon: a list of networks says a hundred
/// times that something succeeded, where it lies, and which hub it is peered with.
/// </summary>
internal sealed class TextPool
{
    private const int Places = 256;
    private const int Longest = 256;

    /// <summary>Spreads neighbours: 2^64 over the golden ratio.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly string?[] _kept = new string?[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return Make(utf8);
        ref string? kept = ref _kept[PlaceOf(utf8)];
        return kept is not null && IsSame(utf8, kept) ? kept : kept = Make(utf8);
    }

    /// <summary>The text of a string or a name that holds escapes: an etag has quotes in it, and every peering of a network the same one.</summary>
    /// <exception cref="JsonException">It holds half of a surrogate pair.</exception>
    public string OfEscaped(in Utf8JsonReader reader)
    {
        try
        {
            if (reader.ValueSpan.Length > Longest) return reader.GetString()!;
            Span<byte> room = stackalloc byte[Longest];
            return this.Of(room.Slice(0, reader.CopyString(room)));
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text holds half of a surrogate pair.", e);
        }
    }

    /// <summary>By length and ending: ids differ in what they end with.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        Span<byte> ending = stackalloc byte[sizeof(ulong)];
        ending.Clear();
        utf8.Slice(Math.Max(0, utf8.Length - sizeof(ulong))).CopyTo(ending);
        return (int)(((BinaryPrimitives.ReadUInt64LittleEndian(ending) ^ (ulong)utf8.Length) * Spread) >> 56);
    }

    /// <summary>What is not ASCII is the same as nothing, and made anew.</summary>
    private static bool IsSame(ReadOnlySpan<byte> utf8, string text)
    {
#if NET
        return Ascii.Equals(utf8, text);
#else
        if (utf8.Length != text.Length) return false;
        for (int at = 0; at < text.Length; at++)
        {
            if (utf8[at] != text[at] || utf8[at] > 127) return false;
        }

        return true;
#endif
    }

    private static string Make(ReadOnlySpan<byte> utf8)
    {
#if NET
        return Encoding.UTF8.GetString(utf8);
#else
        return Encoding.UTF8.GetString(utf8.ToArray());
#endif
    }
}
