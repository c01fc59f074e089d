using System.Text;

namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>The body of one network whose subnet holds so many ipConfigurations that it has the given size; made while it is read.</summary>
internal sealed class HugeNetworkStream : Stream
{
    private static readonly byte[] Item = Encoding.UTF8.GetBytes(
        $$$"""{"id":"/subscriptions/{{{Samples.Subscription}}}/resourceGroups/net/providers/Microsoft.Network/networkInterfaces/nic/ipConfigurations/ipconfig1","properties":{"a":[1,2,{"b":"}]"}]}},""");

    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly long _items;
    private long _position;

    public HugeNetworkStream(string subnet, long size)
    {
        _head = Encoding.UTF8.GetBytes($$$"""{"id":"{{{Samples.Hub}}}","properties":{"subnets":[{"name":"{{{subnet}}}","properties":{"ipConfigurations":[""");
        _tail = Encoding.UTF8.GetBytes(
            $$$"""{"id":"/x/virtualNetworkGateways/gw/ipConfigurations/default"}]}}],"virtualNetworkPeerings":[{{{Samples.Peering()}}}]}}""");
        _items = (size / Item.Length) + 1;
    }

    public override long Length => _head.Length + (_items * Item.Length) + _tail.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int filled = 0;
        while (filled < count && _position < this.Length)
        {
            ReadOnlySpan<byte> rest = this.Rest();
            int size = Math.Min(rest.Length, count - filled);
            rest.Slice(0, size).CopyTo(buffer.AsSpan(offset + filled));
            _position += size;
            filled += size;
        }

        return filled;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private ReadOnlySpan<byte> Rest()
    {
        if (_position < _head.Length) return _head.AsSpan((int)_position);
        long inItems = _position - _head.Length;
        long all = _items * Item.Length;
        return inItems < all ? Item.AsSpan((int)(inItems % Item.Length)) : _tail.AsSpan((int)(inItems - all));
    }
}
