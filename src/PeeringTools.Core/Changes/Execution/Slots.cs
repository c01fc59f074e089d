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
        using CancellationTokenRegistration registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        _ = await turn.Task;
        return new Slot(this);
    }

    private void Release()
    {
        lock (_lock)
        {
            while (_waiting.First is LinkedListNode<TaskCompletionSource<bool>> next)
            {
                _waiting.RemoveFirst();
                // One that was given up while it waited takes no slot.
                if (next.Value.TrySetResult(true)) return;
            }

            _free++;
        }
    }

    private sealed class Slot(Slots slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
