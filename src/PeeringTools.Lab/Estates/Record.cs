using System.Security.Cryptography;
using System.Text;
using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>The text of a record tag, as somebody's tool would have left it on a network.</summary>
internal static class Record
{
    public static string Of(VirtualNetwork a, VirtualNetwork b, string expires, string owner, string ticket) =>
        $"pair={PairId(a.Id, b.Id)};expires={expires};owner={owner};ticket={ticket};created=2024-01-15T09:00:00Z";

    /// <summary>The first twelve hexadecimal digits of SHA-256 over both ids, lower case and sorted, a line feed between them.</summary>
    public static string PairId(string a, string b)
    {
        string[] ids = [a.ToLowerInvariant(), b.ToLowerInvariant()];
        Array.Sort(ids, StringComparer.Ordinal);
        byte[] text = Encoding.UTF8.GetBytes(string.Join("\n", ids));
#if NET
        byte[] hash = SHA256.HashData(text);
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(text);
#endif
        return string.Concat(hash.Take(6).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
