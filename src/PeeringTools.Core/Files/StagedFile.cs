namespace PeeringTools.Files;

/// <summary>
/// A file that is written under another name in the same folder and takes its place in one step, so that nobody ever finds half of it.
/// What was there before can be brought back until the end.
/// </summary>
internal sealed class StagedFile(string path) : IDisposable
{
    private readonly string _staged = NameBeside(path, ".tmp");
    private readonly string _backup = NameBeside(path, ".old");
    private bool _isCommitted;

    /// <summary>Says early what would fail late: a file that is there already, or a folder that is not.</summary>
    /// <exception cref="PeeringException">FileExists, or FileNotAccessible.</exception>
    public static void RequireRoom(string path, bool replace)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) throw PeeringException.Of(nameof(Errors.FileNotAccessible), path, path, Wording.Fill(Texts.NoFolder, folder));
        if (!replace && File.Exists(path)) throw PeeringException.Of(nameof(Errors.FileExists), path, path);
    }

    /// <summary>Writes the content through to the disk.</summary>
    public void Fill(Action<Stream> write)
    {
        using FileStream stream = new(_staged, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using (BufferedStream buffer = new(stream, 1 << 16))
        {
            write(buffer);
            buffer.Flush();
            stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>Reads back what lies on the disk.</summary>
    public T Read<T>(Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(_staged);
        return read(stream);
    }

    /// <summary>Puts the file in its place. A file that came there meanwhile is an IOException unless it may be replaced.</summary>
    public void Commit(bool replace)
    {
        if (replace && File.Exists(path)) File.Replace(_staged, path, _backup);
        else File.Move(_staged, path);
        _isCommitted = true;
    }

    /// <summary>Takes the step back.</summary>
    public void Undo()
    {
        if (!_isCommitted) return;
        if (File.Exists(_backup)) File.Replace(_backup, path, null);
        else File.Delete(path);
    }

    public void Dispose()
    {
        foreach (string left in new[] { _staged, _backup })
        {
            try
            {
                File.Delete(left);
            }
            catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
            {
                // The file itself is in place, or the failure that matters is on its way up already.
            }
        }
    }

    private static string NameBeside(string path, string ending) =>
        Path.Combine(Path.GetDirectoryName(path)!, "." + Guid.NewGuid().ToString("N") + ending);
}
