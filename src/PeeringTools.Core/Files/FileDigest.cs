using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeeringTools.Files;

/// <summary>The SHA-256 of bytes as 64 lower-case hex digits, as sha256sum and Get-FileHash say it.</summary>
internal static class FileDigest
{
    public static string Of(Stream stream)
    {
        using SHA256 sha = SHA256.Create();
        return Hex(sha.ComputeHash(stream));
    }

    /// <summary>The digest of what is written to a stream, none of which is kept.</summary>
    public static string Written(Action<Stream> write)
    {
        using SHA256 sha = SHA256.Create();
        using (CryptoStream stream = new(Stream.Null, sha, CryptoStreamMode.Write)) write(stream);
        return Hex(sha.Hash!);
    }

    private static string Hex(byte[] hash)
    {
        StringBuilder hex = new(64);
        foreach (byte value in hash) hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
