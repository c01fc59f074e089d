using System.Security.Cryptography;
using System.Text;

namespace PeeringTools;

/// <summary>The short name of an unordered couple of virtual networks, and the hash behind names that would collide.</summary>
internal static class PairId
{
    /// <summary>First 12 hex digits of the SHA-256 over both ids, lower case, sorted, joined by a line feed.</summary>
    public static string Of(string virtualNetworkId, string otherVirtualNetworkId)
    {
        (string first, string second) = IdOrder.IsInOrder(virtualNetworkId, otherVirtualNetworkId)
            ? (virtualNetworkId, otherVirtualNetworkId)
            : (otherVirtualNetworkId, virtualNetworkId);
        return HashOf((first + "\n" + second).ToLowerInvariant(), 12);
    }

    /// <summary>The first <paramref name="digits"/> hex digits of the SHA-256 of the text's UTF-8.</summary>
    public static string HashOf(string text, int digits)
    {
#if NET
        string hex = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
#else
        using SHA256 sha = SHA256.Create();
        string hex = BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(text))).Replace("-", "");
#endif
        return hex.Substring(0, digits).ToLowerInvariant();
    }
}
