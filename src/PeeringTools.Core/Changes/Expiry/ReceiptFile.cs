using PeeringTools.Files;

namespace PeeringTools.Changes;

/// <summary>
/// A file of JSON lines that only grows. Every line is on the disk before the next thing happens, so that a run that is
/// killed leaves proof of what it had begun and what it had ended.
/// </summary>
internal sealed class ReceiptFile(string path) : IDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly object _lock = new();
    private FileStream? _stream;

    /// <summary>Opens the file, and makes it where there is none. One run writes at a time.</summary>
    /// <exception cref="PeeringException">FileNotAccessible.</exception>
    public void Open() => FileFailures.Guard(path, () =>
    {
        lock (_lock)
        {
            if (_stream is not null) return;
            bool isTorn = EndsInALine(path) == false;
            _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            // The line a killed run left half-written must not swallow ours.
            if (isTorn) _stream.WriteByte(NewLine);
        }
    });

    /// <exception cref="PeeringException">FileNotAccessible.</exception>
    public void Append(ReceiptLine line) => FileFailures.Guard(path, () =>
    {
        byte[] json = line.ToJson();
        lock (_lock)
        {
            if (_stream is null) this.Open();
            _stream!.Write(json, 0, json.Length);
            _stream.WriteByte(NewLine);
            _stream.Flush(flushToDisk: true);
        }
    });

    /// <summary>The last line of each pair that was begun in this estate and has no end.</summary>
    /// <exception cref="PeeringException">FileNotAccessible.</exception>
    public IReadOnlyList<ReceiptLine> Unfinished(string estate) => FileFailures.Guard(path, () =>
    {
        if (!File.Exists(path)) return [];
        Dictionary<string, ReceiptLine> last = new(StringComparer.Ordinal);
        foreach (string text in File.ReadLines(path))
            if (ReceiptLine.TryParse(text) is ReceiptLine line && line.Estate == estate) last[line.PairId] = line;
        return (IReadOnlyList<ReceiptLine>)[.. last.Values.Where(line => !line.IsEnd)];
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    /// <summary>Null where there is nothing in it.</summary>
    private static bool? EndsInALine(string path)
    {
        if (!File.Exists(path)) return null;
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.Length == 0) return null;
        _ = stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == NewLine;
    }
}
