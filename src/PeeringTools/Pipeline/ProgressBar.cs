using System.Management.Automation;
using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>One progress record per cmdlet, moved at most ten times a second and always completed.</summary>
internal sealed class ProgressBar(Cmdlet cmdlet)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly int _id = Guid.NewGuid().GetHashCode() & int.MaxValue;
    private System.Diagnostics.Stopwatch? _sinceLast;
    private string? _activity;

    public void Show(WorkProgress progress)
    {
        if (_sinceLast is not null && _sinceLast.Elapsed < Pace && progress.Done != progress.Total) return;
        _sinceLast = System.Diagnostics.Stopwatch.StartNew();
        _activity = progress.Activity;
        cmdlet.WriteProgress(new ProgressRecord(_id, progress.Activity, progress.Status)
        {
            PercentComplete = progress.Total is > 0 ? Math.Min(100, 100 * progress.Done / progress.Total.Value) : -1,
            SecondsRemaining = progress.TimeLeft is { } left ? (int)left.TotalSeconds : -1,
        });
    }

    /// <summary>Takes the bar away while the pipeline is coming down: a later command had enough, and its script goes on.</summary>
    public void Abandon()
    {
        try
        {
            this.Complete(stopping: false);
        }
        catch (PipelineStoppedException)
        {
            // Ctrl+C: PowerShell clears the bar itself.
        }
    }

    /// <summary>Takes the bar away. In a stopping pipeline a write would throw, and PowerShell clears it itself.</summary>
    public void Complete(bool stopping)
    {
        if (_activity is null || stopping) return;
        cmdlet.WriteProgress(new ProgressRecord(_id, _activity, " ") { RecordType = ProgressRecordType.Completed });
    }
}
