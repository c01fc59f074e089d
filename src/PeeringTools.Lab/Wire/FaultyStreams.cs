using System.Text;

namespace PeeringTools.Lab.Wire;

/// <summary>A body whose connection breaks in its middle.</summary>
internal sealed class BrokenStream : WireStream
{
    private readonly int _end;

    public BrokenStream(byte[] bytes)
        : base(bytes) => _end = bytes.Length / 2;

    protected override int Copy(long position, byte[] buffer, int offset, int count) => position < _end
        ? base.Copy(position, buffer, offset, (int)Math.Min(count, _end - position))
        : throw new IOException("The connection was closed in the middle of the body (lab fault).");
}

/// <summary>A JSON object with a very long member in front of its own, made while it is read.</summary>
internal sealed class InflatedStream : WireStream
{
    private static readonly byte[] Item = Encoding.UTF8.GetBytes(
        "{\"id\":\"/subscriptions/00000000-0000-0000-0000-000000000000/inflation\",\"properties\":{\"brackets\":\"}]\",\"numbers\":[1,2]}},");

    private readonly byte[] _head = Encoding.UTF8.GetBytes("{\"inflation\":[");
    private readonly byte[] _tail;
    private readonly long _items;

    public InflatedStream(byte[] json, long size)
        : base([])
    {
        _items = Math.Max(0, size / Item.Length);
        // The list of items ends with a comma, so one more value follows; what is left of the object comes after its brace.
        string rest = json.Length > 1 && json[0] == (byte)'{' ? Encoding.UTF8.GetString(json, 1, json.Length - 1) : "}";
        _tail = Encoding.UTF8.GetBytes("null]" + (rest.TrimStart() == "}" ? "" : ",") + rest);
    }

    public override long Total => _head.Length + (_items * Item.Length) + _tail.Length;

    protected override int Copy(long position, byte[] buffer, int offset, int count)
    {
        long inItems = position - _head.Length;
        long inTail = inItems - (_items * Item.Length);
        (byte[] source, int from) = inItems < 0 ? (_head, (int)position)
            : inTail < 0 ? (Item, (int)(inItems % Item.Length))
            : (_tail, (int)inTail);
        int copied = Math.Min(count, source.Length - from);
        Array.Copy(source, from, buffer, offset, copied);
        return copied;
    }
}
