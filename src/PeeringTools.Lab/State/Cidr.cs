using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Lab.State;

/// <summary>An IPv4 or IPv6 prefix; two 64-bit halves because .NET Framework has no wider integer.</summary>
internal readonly struct Cidr
{
    private readonly ulong _high;
    private readonly ulong _low;

    private Cidr(bool isV6, ulong high, ulong low, int length)
    {
        IsV6 = isV6;
        _high = high;
        _low = low;
        Length = length;
    }

    public bool IsV6 { get; }

    public int Length { get; }

    /// <summary>Whether the address is the first of its prefix; 10.0.0.1/16 is not.</summary>
    public bool IsAligned
    {
        get
        {
            (ulong high, ulong low) = Mask(Length);
            return (_high & ~high) == 0 && (_low & ~low) == 0;
        }
    }

    public static bool TryParse(string? text, out Cidr cidr)
    {
        cidr = default;
        return text?.Split('/').Length == 2
            && int.TryParse(text!.Split('/')[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            && TryAddress(text.Split('/')[0], length, out cidr);
    }

    /// <summary>A single address as a prefix of full length.</summary>
    public static bool TryParseAddress(string? text, out Cidr cidr)
    {
        cidr = default;
        return text is not null && TryAddress(text, text.Contains(':') ? 128 : 32, out cidr);
    }

    public bool Overlaps(Cidr other) => IsV6 == other.IsV6 && SameUpTo(other, Math.Min(Length, other.Length));

    public bool Contains(Cidr other) => IsV6 == other.IsV6 && other.Length >= Length && SameUpTo(other, Length);

    /// <summary>The n-th IPv4 address of the prefix.</summary>
    public string AddressAt(uint index)
    {
        uint address = (uint)(_high >> 32) + index;
        return FormattableString.Invariant($"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");
    }

    /// <summary>How far an IPv4 address is from the start of this prefix.</summary>
    public uint IndexOf(Cidr address) => (uint)(address._high >> 32) - (uint)(_high >> 32);

    private static bool TryAddress(string text, int length, out Cidr cidr)
    {
        cidr = default;
        // IPAddress also accepts 10.1 and 0x0a000001, Azure does not.
        bool v4 = text.Count(c => c == '.') == 3 && !text.Contains(':');
        if (!IPAddress.TryParse(text, out IPAddress? address) || (address.AddressFamily == AddressFamily.InterNetwork) != v4 || length > (v4 ? 32 : 128))
        {
            return false;
        }

        byte[] bytes = address.GetAddressBytes();
        ulong high = 0;
        ulong low = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (i < 8)
            {
                high |= (ulong)bytes[i] << (56 - (8 * i));
            }
            else
            {
                low |= (ulong)bytes[i] << (56 - (8 * (i - 8)));
            }
        }

        cidr = new Cidr(!v4, high, low, length);
        return true;
    }

    private static (ulong High, ulong Low) Mask(int length) => (
        length == 0 ? 0 : length >= 64 ? ulong.MaxValue : ulong.MaxValue << (64 - length),
        length <= 64 ? 0 : length >= 128 ? ulong.MaxValue : ulong.MaxValue << (128 - length));

    private bool SameUpTo(Cidr other, int length)
    {
        (ulong high, ulong low) = Mask(length);
        return ((_high ^ other._high) & high) == 0 && ((_low ^ other._low) & low) == 0;
    }
}
