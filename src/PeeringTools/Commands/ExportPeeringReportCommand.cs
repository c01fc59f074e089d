using System.Globalization;
using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Estates;
using PeeringTools.Health;
using PeeringTools.Inventory;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;
using PeeringTools.Report;
using PeeringTools.Surroundings;

namespace PeeringTools.Commands;

/// <summary>Writes one HTML page that shows an estate to people.</summary>
/// <remarks>
/// <para>
/// The page has a summary, a picture to move around in, findings with the commands that mend them, an inventory to search and sort, what
/// expires when, and where all of it comes from.
/// </para>
/// <para>
/// The page is one file and opens in any browser, from a disk or a mail: it loads nothing, sends nothing, and a content security policy
/// in it lets only its own script and style run. Names, tags and tickets from Azure are shown as text.
/// </para>
/// <para>
/// Without -InputObject the pairs and what surrounds them are read live. What could not be read is an error and a hole that the page shows,
/// and rules that need it are skipped, which is not the same as passed. Pairs from the pipeline or from an inventory come without
/// their surroundings. The page holds names, prefixes, owners and tickets: share it as you would share those.
/// </para>
/// </remarks>
/// <notes>
/// <para>A file that is there already is replaced with -Force only. The role PeeringTools Reader in samples/roles has every right it needs.</para>
/// </notes>
/// <example>
/// <para>Everything this identity sees</para>
/// <code>Export-PeeringReport ./peerings.html</code>
/// <para>Writes the page; open it with a browser.</para>
/// </example>
/// <example>
/// <para>What is broken, for the people who mend it</para>
/// <code estate="Broken">Get-PeeringPair -Orphaned | Export-PeeringReport ./orphaned.html -Title 'Orphaned' -PassThru</code>
/// <para>Only the pairs from the pipeline are in the page, and -PassThru returns it in numbers.</para>
/// </example>
/// <example>
/// <para>A page of an inventory that was written before</para>
/// <code>
/// Export-PeeringInventory ./monday.json
/// Export-PeeringReport ./monday.html -InputObject ./monday.json -NoHealth -Force
/// </code>
/// <para>The evidence beside the file says what was read then; the page repeats it.</para>
/// </example>
/// <seealso cref="ExportPeeringDiagramCommand"/>
/// <seealso cref="ExportPeeringInventoryCommand"/>
/// <seealso cref="TestPeeringHealthCommand"/>
/// <seealso href="docs/report.md"/>
[Cmdlet(VerbsData.Export, "PeeringReport", SupportsShouldProcess = true, DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringReport))]
public sealed class ExportPeeringReportCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string PairSet = "InputObject";

    private static readonly string[] CoverageTag = ["Coverage"];

    private readonly List<object> _given = [];

    /// <summary>The page: a file that ends in .html or .htm.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Pairs, inventory files, or evidence objects of Export-PeeringInventory, instead of what is there now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

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

    /// <summary>What the page is called.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = ReportTexts.Title;

    /// <summary>Leaves the health rules out, and with them all reads but those of networks: verdicts follow from the pairs' own state.</summary>
    [Parameter]
    public SwitchParameter NoHealth { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the report in numbers, with its path.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A pipeline that brings nothing is an empty report, not a reason to read the whole estate.</summary>
    private bool IsGiven => ParameterSetName == PairSet || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.OrTerminate(() =>
        {
            if (MyInvocation.ExpectingInput && (SubscriptionId.Length > 0 || ResourceGroupName is not null))
                throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.ScopeOfPipeline);
            Path = InventoryPath.Resolve(this, Path);
            ReportFile.RequireRoom(Path, Force);
        });
        if (!IsGiven) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsGiven) _given.AddRange(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!this.ShouldProcess(Path, Messages.ReportAction)) return;
        this.Run(async worker =>
        {
            ReportContent content = IsGiven ? await this.ContentOfInputAsync(worker).ConfigureAwait(false) : await this.ReadAsync(worker).ConfigureAwait(false);
            ReportFile.Write(Path, content, Force);
            // The page says what it lacks, and so does the command: a file that is there must not look like all there is.
            if (content.Evidence.CoverageComplete == false) worker.Error(HoleOf(content.Evidence));
            PeeringReport report = ReportMaker.Describe(content, Path);
            await worker.InformAsync(string.Format(CultureInfo.InvariantCulture, Messages.Reported, report.Networks, report.Pairs, Path), CoverageTag).ConfigureAwait(false);
            if (PassThru) await worker.WriteAsync(report).ConfigureAwait(false);
        });
    }

    private async Task<ReportContent> ContentOfInputAsync(PipelineWorker worker)
    {
        InventoryContent given = await new InventoryInput(this, worker, verify: false).ReadAsync(_given).ConfigureAwait(false);
        PeeringInventoryEvidence evidence = EvidenceMaker.Pipeline(SessionClock.Current);
        if (given.Evidence is { } known) (known.ExportedOn, evidence) = (evidence.ExportedOn, known);
        return this.Make(given.Pairs, evidence, new Estate());
    }

    private async Task<ReportContent> ReadAsync(PipelineWorker worker)
    {
        NetworkAccess access = new(Connections, worker);
        PairScope scope = new() { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        SurroundingKinds kinds = NoHealth ? SurroundingKinds.None : SurroundingKinds.All;
        EstateReading reading = await new EstateReader(access).ReadAsync(scope, kinds, worker.Stopping).ConfigureAwait(false);
        await new CoverageCheck(access).RunAsync(reading.Coverage, scope, worker.Stopping).ConfigureAwait(false);
        await CoverageReport.InformAsync(reading.Coverage, worker).ConfigureAwait(false);
        PeeringInventoryEvidence evidence = EvidenceMaker.Live(Connections, scope, reading.Coverage);
        evidence.Estate = access.IsLab ? InventorySchema.Lab : InventorySchema.Azure;
        return this.Make(reading.Pairs, evidence, reading.Estate);
    }

    private ReportContent Make(IReadOnlyList<PeeringPair> pairs, PeeringInventoryEvidence evidence, Estate estate)
    {
        HealthOptions options = new() { MinimumSeverity = PeeringSeverity.Information };
        HealthRun rules = new(estate, SessionClock.Current, options);
        return ReportMaker.Make(Title, pairs, evidence, estate, NoHealth ? null : [.. pairs.Select(rules.Check)]);
    }

    private static PeeringError HoleOf(PeeringInventoryEvidence evidence)
    {
        PeeringCoverage[] holes = [.. evidence.Coverage.Where(entry => entry.State != nameof(CoverageState.Seen))];
        string names = string.Join(", ", holes.Select(entry => $"{entry.SubscriptionId} ({entry.State})"));
        return PeeringError.Of(nameof(Errors.CoverageIncomplete), null, holes.Length, evidence.Coverage.Length, names);
    }
}
