namespace PeeringTools.Changes;

/// <summary>
/// Keeps what Ctrl+C cut off. A stopped pipeline takes no more errors, so the words must be found again afterwards
/// (Get-PeeringAccount -LastInterrupted).
/// </summary>
internal sealed class InterruptionLog
{
    private readonly object _lock = new();
    private PeeringError[] _last = [];

    /// <summary>The one every command of this process shares.</summary>
    public static InterruptionLog Process { get; } = new();

    /// <summary>The changes the last interrupted run left unfinished, in input order.</summary>
    public IReadOnlyList<PeeringError> Last
    {
        get
        {
            lock (_lock) return _last;
        }
    }

    public void Replace(IEnumerable<PeeringError> unfinished)
    {
        lock (_lock) _last = [.. unfinished];
    }
}
