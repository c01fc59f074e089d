using System.Management.Automation;

namespace PeeringTools.Shell;

/// <summary>The newest progress, on one line of a terminal that the next text overwrites.</summary>
internal sealed class ProgressLine
{
    private readonly Lock _gate = new();
    private readonly bool _visible = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private int _length;

    public void Show(ProgressRecord record)
    {
        if (!_visible)
            return;
        lock (_gate)
        {
            Clear();
            if (record.RecordType == ProgressRecordType.Completed)
                return;
            var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
            var text = $"{record.Activity}: {record.StatusDescription}{percent}".ReplaceLineEndings(" ");
            text = text[..Math.Min(text.Length, ShellRawUserInterface.Width - 1)];
            Console.Error.Write(text);
            _length = text.Length;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            if (_length > 0)
                Console.Error.Write('\r' + new string(' ', _length) + '\r');
            _length = 0;
        }
    }
}
