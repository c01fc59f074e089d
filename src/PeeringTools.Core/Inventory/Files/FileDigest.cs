using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeeringTools.Inventory;

/// <summary>The SHA-256 of bytes as 64 lower-case hex digits, as sha256sum and Get-FileHash say it.</summary>
internal static class FileDigest
{
    public static string Of(Stream stream)
    {
        using SHA256 sha = SHA256.Create();
        StringBuilder hex = new(64);
        foreach (byte value in sha.ComputeHash(stream)) hex.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
