using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Removes both sides of every pair whose record says that its end has come.</summary>
/// <remarks>
/// <para>Made for runbooks. Each pair is read again, live, right before its first delete; receipts prove what was done; a run that was
/// cut off is finished by the next one. A pair without a record, or with a doubtful one, never expires.</para>
/// <para>More expired pairs than -MaximumRemoval is an error, and nothing is touched. So is a clock that is more than five minutes off
/// Azure's.</para>
/// </remarks>
/// <notes>
/// <para>-Force skips the question, never a check. Without it, in a host that cannot ask, nothing is done and the error is
/// ConfirmationUnavailable.</para>
/// </notes>
/// <example>
/// <para>What would go?</para>
/// <code estate="Migration">Remove-ExpiredPeering -WhatIf</code>
/// </example>
/// <example>
/// <para>As a runbook does it</para>
/// <code estate="Migration">Remove-ExpiredPeering -ReceiptPath ./receipts.jsonl -MaximumRemoval 10 -Force -PassThru</code>
/// <para>Run it again with the same file to finish what was cut off.</para>
/// </example>
/// <example>
/// <para>Park what has ended, and remove it a week later</para>
/// <code estate="Migration">
/// Remove-ExpiredPeering -DisableOnly -Force
/// Remove-ExpiredPeering -Grace 7d -Force
/// </code>
/// <para>Set-PeeringPair -Enabled brings a parked pair back as it was.</para>
/// </example>
/// <example>
/// <para>Only some of them</para>
/// <code estate="Migration">Get-PeeringPair -Expired -Ticket CHG003* | Remove-ExpiredPeering -Force</code>
/// <para>What a piped pair says of itself does not count: it is read again.</para>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="SetPeeringPairCommand"/>
/// <seealso cref="RemovePeeringPairCommand"/>
/// <seealso href="about_PeeringTools_Expiration"/>
/// <seealso href="docs/expiry.md"/>
[Cmdlet(VerbsCommon.Remove, "ExpiredPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringRemoval), typeof(PeeringPair), typeof(PeeringChangePlan))]
public sealed class RemoveExpiredPeeringCommand : ChangeCommand
{
    private const string ScopeSet = "Scope";
    private const string PairSet = "InputObject";

    private readonly List<PeeringPair> _pairs = [];
    private PairScope? _scope;

    /// <summary>The pairs to look at. What they say of themselves does not count: each is read again.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>Only networks of this resource group, in each of the subscriptions.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceGroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read. Without it: the connection's default ones, else all it sees.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <summary>How long after its end a pair is still left alone: a TimeSpan, or text like 7d or 12h.</summary>
    [Parameter]
    [Span(AllowZero = true)]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Grace { get; set; }

    /// <summary>Parks the pairs instead of removing them; Set-PeeringPair -Enabled brings one back as it was.</summary>
    [Parameter]
    public SwitchParameter DisableOnly { get; set; }

    /// <summary>The brake: when more pairs than this have expired, nothing is touched and the command fails.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaximumRemoval { get; set; } = 25;

    /// <summary>
    /// A file that a line of JSON is added to before and after each pair. The next run with the same file finishes what a killed one
    /// has begun.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReceiptPath { get; set; }

    /// <summary>Returns a receipt per removed pair; with -DisableOnly the parked pair.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ReceiptPath is not null) this.OrTerminate(() => ReceiptPath = InventoryPath.Resolve(this, ReceiptPath));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A pipeline that brings nothing never comes here: it must not mean everything.
        if (ParameterSetName == ScopeSet)
            _scope = new PairScope { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        else
            _pairs.AddRange(InputObject.Where(this.IsOfThisEstate));
    }

    internal override async Task CollectMoreAsync(ChangeRun run, PipelineWorker worker)
    {
        if (_scope is null && _pairs.Count == 0) return;
        ExpiryOptions options = new()
        {
            Grace = Grace ?? TimeSpan.Zero,
            DisableOnly = DisableOnly,
            MaximumRemoval = MaximumRemoval,
            ChangeReference = ChangeReference,
        };
        bool writes = !PlanOnly && !await worker.AskAsync(() => new Confirmation(this, Force).IsWhatIf).ConfigureAwait(false);
        ExpiryRun expiry = new(run.Access, options, ReceiptPath);
        run.Guard = expiry.Guard;
        foreach (PeeringRequest request in await expiry.SelectAsync(_scope, _pairs, writes, worker.Stopping).ConfigureAwait(false))
            this.Collect(request);
        await CoverageReport.InformAsync(expiry.Coverage, worker).ConfigureAwait(false);
    }

    internal override object? ResultOf(ChangeOutcome outcome) => PassThru ? (object?)outcome.Removal ?? outcome.Pair : null;
}
