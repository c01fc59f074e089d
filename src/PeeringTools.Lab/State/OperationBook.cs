namespace PeeringTools.Lab.State;

/// <summary>All operations; those that run are few and looked through on every request.</summary>
internal sealed class OperationBook
{
    private readonly Dictionary<Guid, Operation> _all = [];
    private readonly List<Operation> _running = [];
    private readonly LabLedger _ledger;

    public OperationBook(LabLedger ledger) => _ledger = ledger;

    public IReadOnlyList<Operation> Running => _running;

    public void Start(Operation operation)
    {
        _all[operation.Id] = operation;
        _running.Add(operation);
    }

    public Operation? Find(Guid id) => _all.TryGetValue(id, out Operation? operation) ? operation : null;

    public Operation? On(VirtualNetwork network) => _running.Find(o => o.Covers(network));

    /// <summary>Ends what is due. Nothing runs between requests; time passes when somebody looks.</summary>
    public void Sweep(DateTimeOffset now)
    {
        while (_running.Where(o => o.DueAt <= now).OrderBy(o => o.DueAt).FirstOrDefault() is Operation due)
        {
            End(due, now);
        }
    }

    public void End(Operation operation, DateTimeOffset now)
    {
        if (!_running.Remove(operation))
        {
            return;
        }

        if (operation.Failure is null)
        {
            operation.Status = OperationStatus.Succeeded;
            operation.Complete();
        }
        else
        {
            operation.Status = OperationStatus.Failed;
            operation.Fail();
        }

        if (operation.Entry is not null)
        {
            _ledger.End(operation.Entry, now);
        }
    }
}
