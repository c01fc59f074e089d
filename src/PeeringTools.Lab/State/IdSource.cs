using System.Security.Cryptography;
using System.Text;

namespace PeeringTools.Lab.State;

/// <summary>GUIDs that look random and are the same in every run.</summary>
internal sealed class IdSource
{
    private ulong _counter = 0x9E3779B97F4A7C15;

    public Guid Next()
    {
        byte[] bytes = new byte[16];
        BitConverter.GetBytes(Mix()).CopyTo(bytes, 0);
        BitConverter.GetBytes(Mix()).CopyTo(bytes, 8);
        return AsVersion4(bytes);
    }

    /// <summary>The GUID that belongs to a name, for estates whose ids must never change.</summary>
    public static Guid Named(string name)
    {
#if NET
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
#else
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(name));
#endif
        byte[] bytes = new byte[16];
        Array.Copy(hash, bytes, 16);
        return AsVersion4(bytes);
    }

    /// <summary>
    /// The identifier both halves of a peering share is the exclusive-or of the two networks' own: so it is in every
    /// recorded session that shows all three.
    /// </summary>
    public static Guid OfPair(Guid first, Guid second)
    {
        byte[] a = first.ToByteArray();
        byte[] b = second.ToByteArray();
        for (int i = 0; i < a.Length; i++)
        {
            a[i] ^= b[i];
        }

        return new Guid(a);
    }

    private static Guid AsVersion4(byte[] bytes)
    {
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private ulong Mix()
    {
        unchecked
        {
            _counter += 0x9E3779B97F4A7C15;
            ulong z = _counter;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
