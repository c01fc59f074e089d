using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeeringTools;

/// <summary>The short name of an unordered couple of virtual networks, and the hash behind names that would collide.</summary>
internal static class PairId
{
    /// <summary>First 12 hex digits of the SHA-256 over both ids, lower case, sorted, joined by a line feed.</summary>
    public static string Of(string virtualNetworkId, string otherVirtualNetworkId)
    {
        string a = virtualNetworkId.ToLowerInvariant();
        string b = otherVirtualNetworkId.ToLowerInvariant();
        return string.CompareOrdinal(a, b) <= 0 ? HashOf(a + "\n" + b, 12) : HashOf(b + "\n" + a, 12);
    }

    /// <summary>The first <paramref name="digits"/> hex digits of the SHA-256 of the text's UTF-8.</summary>
    public static string HashOf(string text, int digits)
    {
#if NET
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        StringBuilder hex = new(digits);
        foreach (byte value in hash.Take((digits + 1) / 2)) hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString(0, digits);
    }
}
