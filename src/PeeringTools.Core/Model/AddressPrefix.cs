using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PeeringTools;

/// <summary>An IPv4 or IPv6 prefix in CIDR notation, compared by its first and last address.</summary>
/// <remarks>Two 64-bit halves instead of UInt128, which .NET Framework does not have.</remarks>
internal readonly struct AddressPrefix : IEquatable<AddressPrefix>, IComparable<AddressPrefix>
{
    private readonly ulong _high;
    private readonly ulong _low;

    private AddressPrefix(ulong high, ulong low, int length, bool isIPv6)
    {
        (ulong maskHigh, ulong maskLow) = Mask(length, isIPv6);
        (_high, _low) = (high & maskHigh, low & maskLow);
        Length = length;
        IsIPv6 = isIPv6;
    }

    /// <summary>Number of leading bits that are fixed: 0 to 32, or 0 to 128.</summary>
    public int Length { get; }

    public bool IsIPv6 { get; }

    /// <summary>True where it is one address.</summary>
    public bool IsAddress => Length == (IsIPv6 ? 128 : 32);

    /// <summary>The first address, without a length.</summary>
    public string Address => this.ToString().Split('/')[0];

    /// <summary>Reads <c>10.1.0.0/16</c> or <c>fd00::/48</c>; an address without a length is that one address. Host bits are cut off.</summary>
    public static bool TryParse(string? text, out AddressPrefix prefix)
    {
        prefix = default;
        string[] parts = (text ?? "").Trim().Split('/');
        if (parts.Length > 2 || !IsPlain(parts[0]) || !IPAddress.TryParse(parts[0], out IPAddress? address)) return false;
        bool isIPv6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        int bits = isIPv6 ? 128 : 32;
        int length = bits;
        if (parts.Length == 2
            && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > bits)) return false;
        byte[] bytes = address.GetAddressBytes();
        prefix = isIPv6
            ? new AddressPrefix(
                BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(0, 8)),
                BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8, 8)), length, true)
            : new AddressPrefix((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 32, 0, length, false);
        return true;
    }

    /// <exception cref="FormatException">The text is no prefix.</exception>
    public static AddressPrefix Parse(string text) =>
        TryParse(text, out AddressPrefix prefix) ? prefix : throw new FormatException($"'{text}' is no address prefix.");

    /// <summary>True when every address of <paramref name="other"/> lies in this prefix.</summary>
    public bool Contains(AddressPrefix other)
    {
        if (IsIPv6 != other.IsIPv6 || Length > other.Length) return false;
        (ulong maskHigh, ulong maskLow) = Mask(Length, IsIPv6);
        return (other._high & maskHigh) == _high && (other._low & maskLow) == _low;
    }

    /// <summary>True when the two share an address. Prefixes either nest or are apart.</summary>
    public bool Overlaps(AddressPrefix other) => this.Contains(other) || other.Contains(this);

    /// <summary>The prefix of this length that contains it; the length is at most its own.</summary>
    public AddressPrefix Shortened(int length) => new(_high, _low, length, IsIPv6);

    /// <summary>The address this many places after the first; it is for the caller to stay inside.</summary>
    public AddressPrefix AddressAt(uint offset) => IsIPv6
        ? new AddressPrefix(_high, _low + offset, 128, true)
        : new AddressPrefix(_high + ((ulong)offset << 32), 0, 32, false);

    public int CompareTo(AddressPrefix other)
    {
        int order = IsIPv6.CompareTo(other.IsIPv6);
        if (order == 0) order = _high.CompareTo(other._high);
        if (order == 0) order = _low.CompareTo(other._low);
        return order == 0 ? Length.CompareTo(other.Length) : order;
    }

    public bool Equals(AddressPrefix other) => this.CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is AddressPrefix other && this.Equals(other);

    public override int GetHashCode() => (_high, _low, Length, IsIPv6).GetHashCode();

    public override string ToString()
    {
        byte[] bytes = new byte[IsIPv6 ? 16 : 4];
        if (IsIPv6)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(0, 8), _high);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8, 8), _low);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(_high >> 32));
        }

        return new IPAddress(bytes) + "/" + Length.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Keeps out what IPAddress would read and nobody means: 10.1 for 10.0.0.1, 010.0.0.0 as octal, 0x0a.0.0.0, zones, brackets and ports.
    /// </summary>
    private static bool IsPlain(string address)
    {
        if (address.Contains(':')) return address.All(c => c is ':' or '.' || Uri.IsHexDigit(c));
        string[] octets = address.Split('.');
        return octets.Length == 4 && octets.All(o => o.Length is > 0 and < 4 && o.All(c => c is >= '0' and <= '9') && (o.Length == 1 || o[0] != '0'));
    }

    private static (ulong High, ulong Low) Mask(int length, bool isIPv6)
    {
        if (!isIPv6) return (Ones(length) & 0xFFFFFFFF_00000000, 0);
        return length <= 64 ? (Ones(length), 0) : (ulong.MaxValue, Ones(length - 64));
    }

    /// <summary>The given number of ones at the top; a shift by 64 would shift by nothing.</summary>
    private static ulong Ones(int count) => count == 0 ? 0 : ulong.MaxValue << (64 - count);
}
