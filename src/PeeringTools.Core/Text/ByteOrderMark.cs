using System.Text;

namespace PeeringTools;

/// <summary>The three bytes that some editors put before UTF-8, and no JSON reader takes.</summary>
internal static class ByteOrderMark
{
    public static byte[] Without(byte[] bytes)
    {
        byte[] mark = Encoding.UTF8.GetPreamble();
        return bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length).ToArray() : bytes;
    }
}
