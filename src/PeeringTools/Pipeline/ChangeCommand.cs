using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Changes;
using PeeringTools.Pairs;

namespace PeeringTools.Pipeline;

/// <summary>
/// The third rung: a cmdlet that writes. It collects its input, plans all of it, asks once per plan on the pipeline thread,
/// and only then lets anything be written.
/// </summary>
public abstract class ChangeCommand : ConnectedCommand
{
    private readonly List<PeeringRequest> _requests = [];
    private ChangeRun? _run;

    /// <summary>Returns the plan and writes nothing.</summary>
    [Parameter]
    public SwitchParameter PlanOnly { get; set; }

    /// <summary>Skips the question, never a check.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Your own reference for this change, carried into plans and receipts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangeReference { get; set; }

    /// <summary>How many pairs are changed at one time. Writes that touch one network always queue.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>How long one pair may take, waiting for a busy or throttling Azure included.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSeconds { get; set; } = 900;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            this.Run(this.CarryOutAsync);
        }
        finally
        {
            if (IsStopping) this.AnnounceUnfinished();
        }
    }

    internal void Collect(PeeringRequest request) => _requests.Add(request);

    /// <summary>Turns pairs from the pipeline into requests; one that cannot be meant is an error and the others go on.</summary>
    /// <param name="pairs">Objects of ours, possibly from a job or a file.</param>
    /// <param name="localId">Which network is Local; null takes each pair's own order.</param>
    /// <param name="needsOrientation">True where a parameter says Local or Remote, so that a scan's order will not do.</param>
    /// <param name="request">Makes the request of the pair's local and remote network.</param>
    internal void Collect(
        IEnumerable<PeeringPair> pairs, string? localId, bool needsOrientation, Func<ResourceId, ResourceId, PeeringRequest> request)
    {
        foreach (PeeringPair pair in pairs)
        {
            try
            {
                (ResourceId local, ResourceId remote) = this.NetworksOf(pair, localId, needsOrientation);
                _requests.Add(request(local, remote));
            }
            catch (PeeringException refused)
            {
                this.WriteError(ErrorRecords.From(refused));
            }
        }
    }

    /// <summary>Collects what only a read can tell, before anything is planned.</summary>
    internal virtual Task CollectMoreAsync(ChangeRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the cmdlet returns of one outcome; null for nothing.</summary>
    internal abstract object? ResultOf(ChangeOutcome outcome);

    /// <summary>The networks of a pair, Local first.</summary>
    /// <exception cref="PeeringException">NotOriented, InvalidResourceId, or LabObject.</exception>
    private (ResourceId Local, ResourceId Remote) NetworksOf(PeeringPair pair, string? localId, bool needsOrientation)
    {
        bool isLab = pair.Source.StartsWith("LAB ", StringComparison.Ordinal);
        if (pair.Source.Length > 0 && isLab != Connections[0].IsLab)
        {
            throw PeeringException.Of(
                nameof(Errors.LabObject), pair.Local.VirtualNetworkId, pair.ToString(), pair.Source, Connections[0].Environment);
        }

        if (localId is not null) pair = Orientation.From(pair, ResourceId.Parse(localId));
        else if (needsOrientation) pair = Orientation.Require(pair, null);
        return (PairEnds.IdOf(pair.Local), PairEnds.IdOf(pair.Remote));
    }

    /// <summary>Says what Ctrl+C cut off. The pipeline takes nothing more by then, so the host itself is told.</summary>
    private void AnnounceUnfinished()
    {
        foreach (PeeringError unfinished in _run?.Unfinished ?? [])
            this.Host.UI?.WriteWarningLine($"{unfinished.Message} {unfinished.Action}");
    }

    private async Task CarryOutAsync(PipelineWorker worker)
    {
        NetworkAccess access = new(Connections, worker);
        ChangeOptions options = new() { ThrottleLimit = ThrottleLimit, Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
        ChangeRun run = _run = new(access, options);
        await this.CollectMoreAsync(run, worker.Stopping).ConfigureAwait(false);
        if (_requests.Count == 0) return;
        IReadOnlyList<ChangePlan> plans = await run.PlanAsync(_requests, worker.Stopping).ConfigureAwait(false);
        if (PlanOnly)
        {
            foreach (ChangePlan plan in plans) await worker.WriteAsync(plan.ToOutput()).ConfigureAwait(false);
            return;
        }

        Confirmation confirmation = new(this, Force);
        List<ChangePlan> approved = [];
        foreach (ChangePlan plan in plans)
        {
            foreach (string warning in plan.Warnings) worker.Warning(warning);
            if (plan.IsBlocked || plan.Steps.Count == 0 || await worker.AskAsync(() => confirmation.Ask(plan)).ConfigureAwait(false))
                approved.Add(plan);
        }

        await foreach (ChangeOutcome outcome in run.ExecuteAsync(approved, worker.Stopping).ConfigureAwait(false))
            await this.ReportAsync(worker, outcome).ConfigureAwait(false);
    }

    private async Task ReportAsync(PipelineWorker worker, ChangeOutcome outcome)
    {
        // What was interrupted is told through the host: a stopped pipeline takes no more errors.
        if (!outcome.Interrupted)
            foreach (PeeringError error in outcome.Errors) worker.Error(error);
        if (outcome.Changed && outcome.Plan.OtherOperatorCommand is { } command)
            worker.Warning(string.Format(System.Globalization.CultureInfo.InvariantCulture, Messages.OtherOperator, command));
        if (this.ResultOf(outcome) is { } result) await worker.WriteAsync(result).ConfigureAwait(false);
    }
}
