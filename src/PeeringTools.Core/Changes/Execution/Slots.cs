namespace PeeringTools.Changes;

/// <summary>Lets a number of changes run at one time, in the order they ask. A slot is given back by disposing it.</summary>
internal sealed class Slots(int count)
{
    private readonly object _lock = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _waiting = new();
    private int _free = Math.Max(count, 1);

    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool>? turn = null;
        lock (_lock)
        {
            if (_free > 0) _free--;
            else _ = _waiting.AddLast(turn = new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        if (turn is null) return new Slot(this);
        try
        {
            await turn.Task.OrCancelledAsync(cancellationToken);
            return new Slot(this);
        }
        catch (OperationCanceledException)
        {
            this.GiveUp(turn);
            throw;
        }
    }

    private void GiveUp(TaskCompletionSource<bool> turn)
    {
        lock (_lock)
        {
            if (_waiting.Remove(turn)) return;
        }

        // The slot came at the same moment; somebody else may have it.
        this.Release();
    }

    private void Release()
    {
        lock (_lock)
        {
            if (_waiting.First is not LinkedListNode<TaskCompletionSource<bool>> next)
            {
                _free++;
                return;
            }

            _waiting.RemoveFirst();
            next.Value.SetResult(true);
        }
    }

    private sealed class Slot(Slots slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
