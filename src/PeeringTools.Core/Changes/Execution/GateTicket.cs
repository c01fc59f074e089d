namespace PeeringTools.Changes;

/// <summary>A place in the queues of the networks one change touches. Disposing it leaves them.</summary>
internal sealed class GateTicket(NetworkGate gate, IReadOnlyList<ResourceId> networks) : IDisposable
{
    private readonly TaskCompletionSource<bool> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ResourceId> Networks { get; } = networks;

    /// <summary>Queues in which others stand before this one.</summary>
    internal int Missing { get; set; }

    public Task Granted => _granted.Task;

    /// <summary>Waits for the turn. A caller that stops first still has to dispose the ticket.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(() => _granted.TrySetCanceled(cancellationToken));
        await _granted.Task;
    }

    /// <summary>One that was given up meanwhile leaves the queues by itself.</summary>
    internal void Grant() => _ = _granted.TrySetResult(true);

    public void Dispose() => gate.Leave(this);
}
