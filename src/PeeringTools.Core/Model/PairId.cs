using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PeeringTools;

/// <summary>The short name of an unordered couple of virtual networks, and the hash behind names that would collide.</summary>
internal static class PairId
{
    private const string HexDigits = "0123456789abcdef";

    /// <summary>First 12 hex digits of the SHA-256 over both ids, lower case, sorted, joined by a line feed.</summary>
    public static string Of(string virtualNetworkId, string otherVirtualNetworkId)
    {
        (string first, string second) = IdOrder.IsInOrder(virtualNetworkId, otherVirtualNetworkId)
            ? (virtualNetworkId, otherVirtualNetworkId)
            : (otherVirtualNetworkId, virtualNetworkId);
        // Every pair of an estate comes through here: its texts are put together in room that is lent.
        int length = first.Length + 1 + second.Length;
        char[] room = ArrayPool<char>.Shared.Rent(length);
        _ = first.AsSpan().ToLowerInvariant(room);
        room[first.Length] = '\n';
        _ = second.AsSpan().ToLowerInvariant(room.AsSpan(first.Length + 1));
        string id = HashOf(room, length, 12);
        ArrayPool<char>.Shared.Return(room);
        return id;
    }

    /// <summary>The first <paramref name="digits"/> hex digits of the SHA-256 of the text's UTF-8.</summary>
    public static string HashOf(string text, int digits) => HashOf(text.ToCharArray(), text.Length, digits);

    private static string HashOf(char[] text, int length, int digits)
    {
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        int count = Encoding.UTF8.GetBytes(text, 0, length, utf8, 0);
#if NET
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(utf8.AsSpan(0, count), hash);
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(utf8, 0, count);
#endif
        ArrayPool<byte>.Shared.Return(utf8);
        Span<char> hex = stackalloc char[digits];
        for (int at = 0; at < digits; at++) hex[at] = HexDigits[(at % 2 == 0 ? hash[at / 2] >> 4 : hash[at / 2]) & 0xF];
        return hex.ToString();
    }
}
