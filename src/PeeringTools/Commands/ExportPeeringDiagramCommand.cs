using System.Globalization;
using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Estates;
using PeeringTools.Files;
using PeeringTools.Inventory;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;
using PeeringTools.Surroundings;
using PeeringTools.Topology;

namespace PeeringTools.Commands;

/// <summary>Draws networks and their peerings as people draw them: hubs above their spokes, meshes on a circle, and what is alone apart.</summary>
/// <remarks>
/// <para>Writes an SVG that any browser shows, Mermaid for a wiki, a graph for Graphviz, or a page for draw.io with every box in its
/// place. Lines say by colour and by shape what is broken, degraded, not known, about to end, global, or between tenants; marks at their
/// ends say which side accepts forwarded traffic, whose gateway is used, and where route tables send traffic to an appliance. docs/diagrams.md
/// explains every shape.</para>
/// <para>Reads the whole scope or fails: a picture with a hole would look like a network without peers. The same estate gives the same
/// bytes. Pairs from the pipeline, also those of Import-PeeringInventory, need no connection; of them nobody knows what stands in the networks.</para>
/// </remarks>
/// <notes>
/// <para>A file that is there already is replaced with -Force only.</para>
/// </notes>
/// <output type="System.IO.FileInfo">With -PassThru: the file that was written.</output>
/// <example>
/// <para>A picture of everything</para>
/// <code>Export-PeeringDiagram peerings.svg</code>
/// <para>Networks are framed by subscription; -GroupBy Region or None draws them otherwise.</para>
/// </example>
/// <example>
/// <para>One hub for the wiki</para>
/// <code>Get-PeeringPair $hub | Export-PeeringDiagram hub.mmd -Title 'Hub West Europe' -Force</code>
/// <para>Only what the pipeline brings, as a Mermaid flowchart.</para>
/// </example>
/// <example>
/// <para>Going on in draw.io</para>
/// <code estate="Broken">Export-PeeringDiagram peerings.drawio -GroupBy Region -PassThru</code>
/// <para>The pairs that are broken are red and dotted.</para>
/// </example>
/// <seealso cref="GetPeeringTopologyCommand"/>
/// <seealso cref="ExportPeeringReportCommand"/>
/// <seealso href="docs/diagrams.md"/>
[Cmdlet(VerbsData.Export, "PeeringDiagram", SupportsShouldProcess = true, DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPeeringDiagramCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string PairSet = "InputObject";

    private readonly List<PeeringPair> _pairs = [];
    private DiagramFormat? _format;

    /// <summary>The file. Its ending says the format unless -Format does: .svg, .mmd, .dot or .drawio.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The pairs to draw.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>Only networks of this resource group, in each of the subscriptions, and their peers.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceGroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read. Without it: the connection's default ones, else all it sees.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <summary>The format, where the file's ending does not say it.</summary>
    [Parameter]
    [ValidateSet("svg", "mmd", "dot", "drawio")]
    public string? Format { get; set; }

    /// <summary>What networks are framed by. Where all are of one, there are no frames.</summary>
    [Parameter]
    public PeeringDiagramGrouping GroupBy { get; set; }

    /// <summary>What stands above the picture.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Reads no gateways, firewalls, appliances, route tables and DNS zones: fewer requests, and they are not drawn.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    public SwitchParameter PairsOnly { get; set; }

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A pipeline that brings nothing is an empty picture, not a reason to read the whole estate.</summary>
    private bool IsPiped => ParameterSetName == PairSet || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        this.OrTerminate(() =>
        {
            if (MyInvocation.ExpectingInput && (SubscriptionId.Length > 0 || ResourceGroupName is not null))
                throw PeeringException.Of(nameof(Errors.InvalidInput), null, Messages.ScopeOfPipeline);
            Path = InventoryPath.Resolve(this, Path);
            _format = DiagramFormat.Of(Path, Format);
            StagedFile.RequireRoom(Path, Force);
        });
        if (!IsPiped) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _pairs.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!this.ShouldProcess(Path, Messages.DiagramAction)) return;
        this.Run(async worker =>
        {
            PeeringTopology topology = IsPiped
                ? TopologyBuilder.Build(_pairs, SessionClock.Current.GetUtcNow())
                : await this.ReadAsync(worker).ConfigureAwait(false);
            Diagram diagram = new(topology, Title ?? DiagramTexts.Title, GroupBy);
            int length = DiagramFile.Write(Path, diagram, _format!, Force);
            this.WarnOfMermaid(worker, topology, length);
            await worker.InformAsync(string.Format(CultureInfo.InvariantCulture, Messages.Drawn, topology, Path), []).ConfigureAwait(false);
            if (PassThru) await worker.WriteAsync(new FileInfo(Path)).ConfigureAwait(false);
        });
    }

    private async Task<PeeringTopology> ReadAsync(PipelineWorker worker)
    {
        PairScope scope = new() { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        EstateReading reading = await WholeReading.ReadAsync(
            Connections, worker, scope, PairsOnly ? SurroundingKinds.None : TopologyBuilder.Kinds, worker.Stopping).ConfigureAwait(false);
        PeeringTopology topology = TopologyBuilder.Build(reading.Pairs, Connections[0].Clock.GetUtcNow(), reading.Estate);
        SurroundingsReport.Warn(worker, topology);
        return topology;
    }

    private void WarnOfMermaid(PipelineWorker worker, PeeringTopology topology, int length)
    {
        if (_format is not MermaidFormat || (topology.Links.Length <= MermaidFormat.MostLines && length <= MermaidFormat.MostCharacters)) return;
        worker.Warning(string.Format(
            CultureInfo.InvariantCulture, Messages.MermaidLimit, topology.Links.Length, length, MermaidFormat.MostLines, MermaidFormat.MostCharacters));
    }
}
