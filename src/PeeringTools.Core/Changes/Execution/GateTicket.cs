namespace PeeringTools.Changes;

/// <summary>A place in the queues of the networks one change touches. Disposing it leaves them.</summary>
internal sealed class GateTicket(NetworkGate gate, IReadOnlyList<ResourceId> networks) : IDisposable
{
    private readonly TaskCompletionSource<bool> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ResourceId> Networks { get; } = networks;

    /// <summary>Queues in which others stand before this one.</summary>
    internal int Missing { get; set; }

    public Task Granted => _granted.Task;

    internal void Grant() => _granted.SetResult(true);

    public void Dispose() => gate.Leave(this);
}
