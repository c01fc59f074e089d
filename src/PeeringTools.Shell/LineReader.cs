using System.Management.Automation;

namespace PeeringTools.Shell;

/// <summary>
/// Reads a line so that Ctrl+C can end the wait. The console cannot be interrupted, so a read that was given up
/// goes on in the background and its line is the next reader's.
/// </summary>
internal sealed class LineReader
{
    private Task<string?>? _read;
    private TaskCompletionSource _cancelled = new();

    public void Cancel() => _cancelled.TrySetResult();

    public string Read()
    {
        _cancelled = new TaskCompletionSource();
        _read ??= Task.Run(Console.ReadLine);
        if (Task.WaitAny(_read, _cancelled.Task) == 1)
            throw new PipelineStoppedException();
        var line = _read.Result;
        _read = null;
        return line ?? throw new PipelineStoppedException();
    }
}
