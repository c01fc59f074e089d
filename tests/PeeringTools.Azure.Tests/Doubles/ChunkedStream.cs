namespace PeeringTools.Azure.Tests.Doubles;

/// <summary>A body that arrives in pieces of the given sizes, over and over; it knows no length.</summary>
internal sealed class ChunkedStream(byte[] body, params int[] sizes) : Stream
{
    private int _position;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int size = Math.Min(Math.Min(count, Math.Max(1, sizes[_next++ % sizes.Length])), body.Length - _position);
        Buffer.BlockCopy(body, _position, buffer, offset, size);
        _position += size;
        return size;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
