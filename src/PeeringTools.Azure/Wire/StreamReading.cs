namespace PeeringTools.Azure.Wire;

/// <summary>One read of a stream in the form each framework prefers.</summary>
internal static class StreamReading
{
    public static ValueTask<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
#if NET
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#else
        new(stream.ReadAsync(buffer, offset, count, cancellationToken));
#endif
}
