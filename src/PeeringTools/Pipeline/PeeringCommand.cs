using System.Management.Automation;

namespace PeeringTools.Pipeline;

/// <summary>The lowest rung of every cmdlet: runs asynchronous work, stops it, and turns its failures into error records.</summary>
public abstract class PeeringCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _disposed;

    /// <summary>True once the pipeline wants no more.</summary>
    internal bool IsStopping => _stop.IsCancellationRequested;

    /// <summary>Runs work to its end. A <see cref="PeeringException"/> it lets through ends the pipeline.</summary>
    internal void Run(Func<PipelineWorker, Task> work)
    {
        try
        {
            new PipelineWorker(this, _stop).Run(work);
        }
        catch (PeeringException exception)
        {
            this.ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }

    /// <summary>Does something on the pipeline thread; a <see cref="PeeringException"/> ends the pipeline.</summary>
    internal void OrTerminate(Action work)
    {
        try
        {
            work();
        }
        catch (PeeringException exception)
        {
            this.ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        if (!_disposed) _stop.Cancel();
    }

    /// <summary>Cancels what still runs: the only thing PowerShell calls when a later command has enough.</summary>
    public void Dispose()
    {
        this.Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed) return;
        _disposed = true;
        _stop.Cancel();
        _stop.Dispose();
    }
}
