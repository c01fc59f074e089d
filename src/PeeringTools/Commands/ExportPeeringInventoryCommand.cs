using System.Globalization;
using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Inventory;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Writes pairs to a file, and the evidence of how they were read beside it.</summary>
/// <remarks>
/// <para>The file has one row per pair and is the same, byte for byte, for the same estate: no time, no source and no order of the
/// network is in it. So a digest tells whether an estate changed, and a diff tells where.</para>
/// <para>The evidence, <c>(file).evidence.json</c>, says who read what, when and how completely, with the SHA-256 of the data.</para>
/// <para>Reads the estate itself, or takes pairs from the pipeline. An estate that cannot be read in full is the error
/// CoverageIncomplete, and nothing is written; of pairs from the pipeline nobody knows what was left out, and the evidence says
/// so.</para>
/// </remarks>
/// <notes>
/// <para>The ending says the format: .csv (opens in a spreadsheet, and no cell can become a formula), .json, or .html. An .html file
/// cannot be imported.</para>
/// <para>The evidence is no signature. Who can change both files can make them fit: archive the digest elsewhere.</para>
/// </notes>
/// <example>
/// <para>Everything this identity sees</para>
/// <code>Export-PeeringInventory ./peerings.csv</code>
/// <para>Two files: peerings.csv and peerings.csv.evidence.json.</para>
/// </example>
/// <example>
/// <para>Only what is out of sync, as a page for people</para>
/// <code estate="Broken">Get-PeeringPair -OutOfSync | Export-PeeringInventory ./out-of-sync.html</code>
/// </example>
/// <example>
/// <para>A whole tenant with a few queries</para>
/// <code>Export-PeeringInventory ./tenant.csv -Source ResourceGraph</code>
/// <para>The evidence says that it was a copy, and how complete.</para>
/// </example>
/// <example>
/// <para>Has anything changed since last week?</para>
/// <code>
/// $before = Export-PeeringInventory ./week-1.json -PassThru
/// $after = Export-PeeringInventory ./week-2.json -PassThru
/// $before.Sha256 -eq $after.Sha256
/// </code>
/// <para>True: two readings of one estate are one text.</para>
/// </example>
/// <seealso cref="ImportPeeringInventoryCommand"/>
/// <seealso cref="ComparePeeringInventoryCommand"/>
/// <seealso cref="ExportPeeringReportCommand"/>
/// <seealso href="docs/inventory.md"/>
[Cmdlet(VerbsData.Export, "PeeringInventory", SupportsShouldProcess = true, DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringInventoryEvidence))]
public sealed class ExportPeeringInventoryCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string GroupSet = "ManagementGroup";
    private const string PairSet = "InputObject";

    private static readonly string[] CoverageTag = ["Coverage"];

    private InventoryRows? _rows;
    private PairScope _scope = PairScope.Everything;

    /// <summary>The file. Its ending says the format: .csv, .json or .html.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The pairs to write. Of them nobody knows what was left out, and the evidence says so.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, ValueFromPipeline = true)]
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

    /// <summary>All subscriptions in and below this management group. They come from Resource Graph.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [Alias("ManagementGroup", "ManagementGroupName")]
    [ValidateNotNullOrEmpty]
    public string? ManagementGroupId { get; set; }

    /// <summary>
    /// ResourceManager reads live. ResourceGraph reads a copy that follows with a delay, with a few queries for a whole tenant; what the
    /// copy cannot decide is read live.
    /// </summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [Parameter(ParameterSetName = GroupSet)]
    [ValidateSet(PairBuilder.ResourceManager, PairBuilder.ResourceGraph)]
    public string? Source { get; set; }

    /// <summary>Replaces an inventory that is there already, and its evidence.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the evidence, with the paths of both files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A pipeline that brings nothing is an empty inventory, not a reason to read the whole estate.</summary>
    private bool IsPiped => ParameterSetName == PairSet || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.OrTerminate(() =>
        {
            _scope = ScopeWords.Read(ResourceGroupName, SubscriptionId, ManagementGroupId, Source) with { RereadsDoubtful = true };
            if (MyInvocation.ExpectingInput && (SubscriptionId.Length > 0 || ResourceGroupName is not null || ManagementGroupId is not null || Source is not null))
                throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.ScopeOfPipeline);
            Path = InventoryPath.Resolve(this, Path);
            _rows = new InventoryRows(InventoryFormat.Of(Path));
            InventoryWriter.RequireRoom(Path, Force);
        });
        if (!IsPiped) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.OrTerminate(() =>
    {
        foreach (PeeringPair pair in InputObject) _rows!.Add(pair);
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!this.ShouldProcess(Path, Messages.ExportAction)) return;
        this.Run(async worker =>
        {
            PeeringInventoryEvidence evidence = IsPiped
                ? EvidenceMaker.Pipeline(SessionClock.Current)
                : await this.ReadAsync(worker).ConfigureAwait(false);
            PeeringInventoryEvidence written = InventoryWriter.Write(Path, _rows!, evidence, Force);
            await worker.InformAsync(Words(written), CoverageTag).ConfigureAwait(false);
            if (PassThru) await worker.WriteAsync(written).ConfigureAwait(false);
        });
    }

    private async Task<PeeringInventoryEvidence> ReadAsync(PipelineWorker worker)
    {
        _rows!.Estate = Connections[0].IsLab ? InventorySchema.Lab : InventorySchema.Azure;
        Coverage coverage = await WholeReading.ReadAsync(Connections, worker, _scope, _rows.Add, worker.Stopping).ConfigureAwait(false);
        return EvidenceMaker.Live(Connections, _scope, coverage);
    }

    private static string Words(PeeringInventoryEvidence written)
    {
        string coverage = written.CoverageComplete is null
            ? EvidenceMaker.ScopeOf(written)
            : string.Format(CultureInfo.InvariantCulture, Messages.ExportCoverage, written.Coverage.Sum(entry => entry.Networks), written.Coverage.Length);
        return string.Format(CultureInfo.InvariantCulture, Messages.Exported, written.Rows, written.Path, coverage);
    }
}
