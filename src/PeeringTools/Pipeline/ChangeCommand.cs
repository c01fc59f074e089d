using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
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

    /// <summary>
    /// After how long no further pair is begun: a TimeSpan, or text like 2h. What is under way is finished, what remains is said,
    /// and running the command again goes on with it.
    /// </summary>
    [Parameter]
    [Span]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? TimeBudget { get; set; }

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
        foreach (PeeringPair pair in pairs.Where(this.IsOfThisEstate))
        {
            try
            {
                (ResourceId local, ResourceId remote) = NetworksOf(pair, localId, needsOrientation);
                _requests.Add(request(local, remote));
            }
            catch (PeeringException refused)
            {
                this.WriteError(ErrorRecords.From(refused));
            }
        }
    }

    /// <summary>Collects what only a read can tell, before anything is planned.</summary>
    internal virtual Task CollectMoreAsync(ChangeRun run, PipelineWorker worker) => Task.CompletedTask;

    /// <summary>Adds to plans what only a look at the surroundings tells, before anybody is asked.</summary>
    internal virtual Task<IReadOnlyList<ChangePlan>> LookAroundAsync(
        IReadOnlyList<ChangePlan> plans, NetworkAccess access, CancellationToken cancellationToken) => Task.FromResult(plans);

    /// <summary>What the cmdlet returns of one outcome; null for nothing.</summary>
    internal abstract object? ResultOf(ChangeOutcome outcome);

    /// <summary>False, with an error, for an object of the lab at a real connection, or the other way round.</summary>
    internal bool IsOfThisEstate(PeeringPair pair)
    {
        bool isLab = pair.Source.StartsWith("LAB ", StringComparison.Ordinal);
        bool isOurs = pair.Source.Length == 0 || isLab == Connections[0].IsLab;
        if (!isOurs)
        {
            this.WriteError(ErrorRecords.From(PeeringError.Of(
                nameof(Errors.LabObject), pair.Local.VirtualNetworkId, pair.ToString(), pair.Source, Connections[0].Environment)));
        }

        return isOurs;
    }

    /// <summary>The networks of a pair, Local first.</summary>
    /// <exception cref="PeeringException">NotOriented or InvalidResourceId.</exception>
    private static (ResourceId Local, ResourceId Remote) NetworksOf(PeeringPair pair, string? localId, bool needsOrientation)
    {
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
        ChangeOptions options = new() { ThrottleLimit = ThrottleLimit, Timeout = TimeSpan.FromSeconds(TimeoutSeconds), TimeBudget = TimeBudget };
        ChangeRun run = _run = new(access, options);
        await this.CollectMoreAsync(run, worker).ConfigureAwait(false);
        if (_requests.Count == 0) return;
        IReadOnlyList<ChangePlan> plans = await run.PlanAsync(_requests, worker.Stopping).ConfigureAwait(false);
        plans = await this.LookAroundAsync(plans, access, worker.Stopping).ConfigureAwait(false);
        if (PlanOnly)
        {
            foreach (ChangePlan plan in plans) await worker.WriteAsync(plan.ToOutput()).ConfigureAwait(false);
            return;
        }

        Confirmation confirmation = new(this, Force);
        List<ChangePlan> approved = [];
        bool isWhatIf = await worker.AskAsync(() => confirmation.IsWhatIf).ConfigureAwait(false);
        foreach (ChangePlan plan in plans)
        {
            bool asks = !plan.IsBlocked && plan.Steps.Count > 0;
            // What -WhatIf shows of a plan has its warnings in it.
            if (!asks || !isWhatIf)
                foreach (string warning in plan.Warnings) worker.Warning(warning);
            if (!asks || await worker.AskAsync(() => confirmation.Ask(plan)).ConfigureAwait(false)) approved.Add(plan);
        }

        List<ChangeOutcome> remaining = [];
        await foreach (ChangeOutcome outcome in run.ExecuteAsync(approved, worker.Stopping).ConfigureAwait(false))
        {
            if (outcome.IsRemaining) remaining.Add(outcome);
            await this.ReportAsync(worker, outcome).ConfigureAwait(false);
        }

        if (remaining.Count > 0) worker.Warning(RemainingWords.Say(TimeBudget, approved.Count, remaining));
    }

    private async Task ReportAsync(PipelineWorker worker, ChangeOutcome outcome)
    {
        if (outcome is { Held: string reason, IsRemaining: false }) worker.Warning(RemainingWords.Say(outcome.Plan, reason));
        // What was interrupted is told through the host: a stopped pipeline takes no more errors.
        if (!outcome.Interrupted)
            foreach (PeeringError error in outcome.Errors) worker.Error(error);
        if (outcome.Changed && outcome.Plan.OtherOperatorCommand is { } command)
            worker.Warning(string.Format(System.Globalization.CultureInfo.InvariantCulture, Messages.OtherOperator, command));
        if (this.ResultOf(outcome) is { } result) await worker.WriteAsync(result).ConfigureAwait(false);
    }
}
