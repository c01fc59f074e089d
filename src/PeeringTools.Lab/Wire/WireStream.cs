using System.Net.Http.Headers;

namespace PeeringTools.Lab.Wire;

/// <summary>
/// A body that can be read once, front to back, like one from a socket. Clients buffer such a stream; one that can seek
/// they would keep, and lose when the message is disposed.
/// </summary>
internal sealed class WireStream : Stream
{
    private readonly MemoryStream _bytes;

    private WireStream(byte[] bytes) => _bytes = new MemoryStream(bytes, writable: false);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static HttpContent Content(byte[] body, string type)
    {
        StreamContent content = new(new WireStream(body));
        content.Headers.ContentLength = body.Length;
        if (body.Length > 0)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(type) { CharSet = "utf-8" };
        }

        return content;
    }

    public override int Read(byte[] buffer, int offset, int count) => _bytes.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _bytes.ReadAsync(buffer, offset, count, cancellationToken);

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _bytes.ReadAsync(buffer, cancellationToken);
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
