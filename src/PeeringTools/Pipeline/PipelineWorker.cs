using System.Management.Automation;
using System.Threading.Channels;
using PeeringTools.Ports;

namespace PeeringTools.Pipeline;

/// <summary>
/// Runs asynchronous work beside the pipeline thread and brings everything it says back to that thread, the only one
/// PowerShell lets write.
/// </summary>
/// <remarks>
/// The channel is bounded, so a fast Azure waits for a slow pipeline. Whatever ends the pipeline (Ctrl+C, a write that
/// throws because Select-Object -First has enough, Dispose) cancels the work and waits for its end: no request outlives it.
/// </remarks>
internal sealed class PipelineWorker(Cmdlet cmdlet, CancellationTokenSource stop) : IReporter
{
    private readonly Channel<Action> _channel = Channel.CreateBounded<Action>(
        new BoundedChannelOptions(256) { SingleReader = true });

    private static readonly AsyncLocal<PipelineWorker?> Ambient = new();

    private readonly ProgressBar _progress = new(cmdlet);

    /// <summary>The worker whose work the caller is part of; null on the pipeline thread itself.</summary>
    public static PipelineWorker? Current => Ambient.Value;

    /// <summary>Cancelled when the pipeline wants no more.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Runs the work to its end on the calling thread's behalf; that thread writes what the work sends.</summary>
    /// <exception cref="PeeringException">The work failed as a whole.</exception>
    public void Run(Func<PipelineWorker, Task> work)
    {
        Task running = Task.Run(() => this.GuardAsync(work));
        try
        {
            while (_channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (_channel.Reader.TryRead(out Action? write))
                {
                    // After a stop every write would throw; what is left is drained so that the work can end.
                    if (!stop.IsCancellationRequested) write();
                }
            }
        }
        catch
        {
            stop.Cancel();
            this.Drain(running);
            _progress.Abandon();
            throw;
        }

        _progress.Complete(stop.IsCancellationRequested);
        try
        {
            running.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The pipeline is already stopping; PowerShell says so itself.
        }
    }

    /// <summary>Sends an object down the pipeline; waits while the pipeline is behind.</summary>
    public ValueTask WriteAsync(object value) => this.SendAsync(() => cmdlet.WriteObject(value));

    /// <summary>Says something to whoever listens to the Information stream.</summary>
    public ValueTask InformAsync(string text, string[] tags) =>
        this.SendAsync(() => cmdlet.WriteInformation(ErrorRecords.Harmless(text), tags));

    /// <summary>Asks the pipeline thread for something only it may do, for example a confirmation.</summary>
    public async Task<T> AskAsync<T>(Func<T> question)
    {
        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = stop.Token.Register(() => answer.TrySetCanceled());
        await this.SendAsync(() =>
        {
            try
            {
                answer.TrySetResult(question());
            }
            catch
            {
                answer.TrySetCanceled();
                throw;
            }
        }).ConfigureAwait(false);
        return await answer.Task.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Verbose(string text) => this.Send(() => cmdlet.WriteVerbose(ErrorRecords.Harmless(text)));

    /// <inheritdoc/>
    public void Warning(string text) => this.Send(() => cmdlet.WriteWarning(ErrorRecords.Harmless(text)));

    /// <inheritdoc/>
    public void Error(PeeringError error) => this.Send(() => cmdlet.WriteError(ErrorRecords.From(error)));

    /// <inheritdoc/>
    public void Progress(WorkProgress progress)
    {
        // A bar that is behind is better than work that waits for it.
        _channel.Writer.TryWrite(() => _progress.Show(progress));
    }

    private async Task GuardAsync(Func<PipelineWorker, Task> work)
    {
        Ambient.Value = this;
        try
        {
            await work(this).ConfigureAwait(false);
        }
        finally
        {
            _channel.Writer.TryComplete();
        }
    }

    private void Send(Action write) => this.SendAsync(write).AsTask().GetAwaiter().GetResult();

    private async ValueTask SendAsync(Action write)
    {
        if (stop.IsCancellationRequested) return;
        try
        {
            await _channel.Writer.WriteAsync(write, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more. The work itself sees the same token where it matters.
        }
    }

    private void Drain(Task running)
    {
        while (!running.IsCompleted && _channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_channel.Reader.TryRead(out _)) { }
        running.ContinueWith(
            done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
    }
}
