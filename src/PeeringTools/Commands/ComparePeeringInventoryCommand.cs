using System.Globalization;
using System.Management.Automation;
using PeeringTools.Completion;
using PeeringTools.Inventory;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Says what changed between two inventories, or between an inventory and the estate as it is now.</summary>
/// <remarks>
/// <para>Gives one object per difference: pairs Added and Removed, fields Changed with both values, records lost. Where nothing changed
/// nothing comes. A pair is known by its two networks, so a peering under another name is no other pair.</para>
/// <para>With -Ticket every pair of that ticket gets a finding instead, and AsApproved says whether it is what the reference says, or
/// gone because its end had come.</para>
/// <para>Without -Difference the estate is read live, in the scope of the reference's evidence or in the one given. A file with a row
/// that cannot be read, or a live reading with a hole, is not compared: a hole would look like a removal.</para>
/// </remarks>
/// <notes>
/// <para>A ticket that no pair has is the error TicketNotFound, because silence would look like proof.</para>
/// </notes>
/// <example>
/// <para>What changed since the inventory was written</para>
/// <code>
/// Export-PeeringInventory ./monday.csv
/// Get-PeeringPair $hub | Set-PeeringPair -Owner network-team
/// Compare-PeeringInventory ./monday.csv
/// </code>
/// <para>Reads the estate again and names each pair whose owner is another one now, with both values.</para>
/// </example>
/// <example>
/// <para>Compare two files</para>
/// <code>
/// Export-PeeringInventory ./monday.csv
/// New-PeeringPair $spoke $hub
/// Export-PeeringInventory ./tuesday.csv
/// Compare-PeeringInventory ./monday.csv ./tuesday.csv -Verify
/// </code>
/// <para>One pair was Added. -Verify refuses a file that was touched since it was written.</para>
/// </example>
/// <example>
/// <para>Is everything of a change still as it was approved?</para>
/// <code estate="Migration">
/// Export-PeeringInventory ./approved.csv
/// Compare-PeeringInventory ./approved.csv -Ticket CHG0041873
/// </code>
/// <para>The pairs of the ticket, each with a verdict in AsApproved.</para>
/// </example>
/// <seealso cref="ExportPeeringInventoryCommand"/>
/// <seealso cref="ImportPeeringInventoryCommand"/>
/// <seealso href="about_PeeringTools_Expiration"/>
/// <seealso href="docs/inventory.md"/>
[Cmdlet(VerbsData.Compare, "PeeringInventory", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(PeeringInventoryChange))]
public sealed class ComparePeeringInventoryCommand : ConnectedCommand
{
    private const string LiveSet = "Live";
    private const string DifferenceSet = "Difference";

    private readonly List<object> _piped = [];

    /// <summary>What was: inventory files, evidence objects of Export-PeeringInventory, or pairs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public object[] Reference { get; set; } = [];

    /// <summary>What is, in the same forms; also from the pipeline. Without it the estate is read live.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = DifferenceSet, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public object[] Difference { get; set; } = [];

    /// <summary>Only networks of this resource group, read live. Without any scope: that of the reference's evidence.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceGroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read live. Without any scope: that of the reference's evidence.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <summary>Only pairs of this ticket, each with a verdict in AsApproved. Approved is what the reference says.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TicketCompleter))]
    public string? Ticket { get; set; }

    /// <summary>Refuses files without evidence beside them that fits.</summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    private bool IsLive => ParameterSetName == LiveSet && !MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (IsLive) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsLive) _piped.AddRange(Difference);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        InventoryInput input = new(this, worker, Verify);
        InventoryContent reference = await input.ReadAsync(Reference).ConfigureAwait(false);
        InventoryContent difference = IsLive
            ? await this.ReadLiveAsync(worker, reference.Evidence).ConfigureAwait(false)
            : await input.ReadAsync(_piped).ConfigureAwait(false);
        WarnOfScopes(worker, reference.Evidence, difference.Evidence);
        InventoryComparison comparison = new(reference, difference);
        foreach (PeeringInventoryChange change in Ticket is null ? comparison.Changes() : comparison.OfTicket(Ticket))
            await worker.WriteAsync(change).ConfigureAwait(false);
    });

    private async Task<InventoryContent> ReadLiveAsync(PipelineWorker worker, PeeringInventoryEvidence? reference)
    {
        PairScope scope = ResourceGroupName is null && SubscriptionId.Length == 0 && reference is not null
            ? EvidenceMaker.Again(reference)
            : new PairScope { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        List<PeeringPair> pairs = [];
        Coverage coverage = await WholeReading.ReadAsync(Connections, worker, scope, pairs.Add, worker.Stopping).ConfigureAwait(false);
        return new InventoryContent(pairs, Connections[0].Clock.GetUtcNow().UtcDateTime, EvidenceMaker.Live(Connections, scope, coverage));
    }

    private static void WarnOfScopes(PipelineWorker worker, PeeringInventoryEvidence? reference, PeeringInventoryEvidence? difference)
    {
        if (reference is null || difference is null) return;
        (string was, string now) = (EvidenceMaker.ScopeOf(reference), EvidenceMaker.ScopeOf(difference));
        if (was != now) worker.Warning(string.Format(CultureInfo.InvariantCulture, InventoryTexts.ScopesDiffer, was, now));
    }
}
