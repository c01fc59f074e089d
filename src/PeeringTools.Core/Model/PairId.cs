using System.Security.Cryptography;
using System.Text;

namespace PeeringTools;

/// <summary>The short name of an unordered couple of virtual networks, and the hash behind names that would collide.</summary>
internal static class PairId
{
    /// <summary>First 12 hex digits of the SHA-256 over both ids, lower case, sorted, joined by a line feed.</summary>
    public static string Of(string virtualNetworkId, string otherVirtualNetworkId)
    {
        (string first, string second) = IsInOrder(virtualNetworkId, otherVirtualNetworkId)
            ? (virtualNetworkId, otherVirtualNetworkId)
            : (otherVirtualNetworkId, virtualNetworkId);
        return HashOf((first + "\n" + second).ToLowerInvariant(), 12);
    }

    /// <summary>The order of a scan: true when the first id does not come after the second, both in lower case, character by character.</summary>
    public static bool IsInOrder(string first, string second)
    {
        // A comparison that ignores case would compare in upper case, where an underscore comes after the letters.
        for (int at = 0; at < first.Length && at < second.Length; at++)
        {
            int order = char.ToLowerInvariant(first[at]) - char.ToLowerInvariant(second[at]);
            if (order != 0) return order < 0;
        }

        return first.Length <= second.Length;
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
