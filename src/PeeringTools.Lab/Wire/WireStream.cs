using System.Net.Http.Headers;

namespace PeeringTools.Lab.Wire;

/// <summary>
/// A body that can be read once, front to back, like one from a socket. Clients buffer such a stream; one that can seek
/// they would keep, and lose when the message is disposed.
/// </summary>
internal class WireStream : Stream
{
    private readonly byte[] _bytes;
    private long _position;

    protected WireStream(byte[] bytes) => _bytes = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>How long the body is in all.</summary>
    public virtual long Total => _bytes.Length;

    public static HttpContent Content(byte[] body, string type) => Content(new WireStream(body), body.Length, type);

    public static HttpContent Content(WireStream body, long length, string type)
    {
        StreamContent content = new(body);
        content.Headers.ContentLength = length;
        if (length > 0)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(type) { CharSet = "utf-8" };
        }

        return content;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, Total - _position);
        if (read > 0)
        {
            read = Copy(_position, buffer, offset, read);
            _position += read;
        }

        return read;
    }

    // What is in memory is read at once, on the caller's thread.
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Read(buffer, offset, count));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return Task.FromException<int>(e);
        }
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await ValueTask.FromResult(Read(buffer.Span)).ConfigureAwait(false);
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Copies at least one and at most <paramref name="count"/> bytes of the body from a position on; so many are there.</summary>
    protected virtual int Copy(long position, byte[] buffer, int offset, int count)
    {
        Array.Copy(_bytes, position, buffer, offset, count);
        return count;
    }
}
