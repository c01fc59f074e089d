using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;
using PeeringTools.Surroundings;
using PeeringTools.Topology;

namespace PeeringTools.Commands;

/// <summary>Shows who is hub, spoke, bridge or alone, what hangs together, and where people may see a way that is none.</summary>
/// <remarks>
/// <para>Reads the networks of a scope and what stands in them, or takes pairs from the pipeline, also those of Import-PeeringInventory,
/// and gives one object with the whole graph: networks with their roles, pairs with flags on either side, components, spokes that are
/// peered past their hub, and couples that have only a network between them.</para>
/// <para>Roles follow from who is peered with whom, and count broken pairs: they say what was built. That two networks hang together
/// does not say that they reach each other; Test-PeeringPath answers that for one couple.</para>
/// <para>From pairs alone nothing is known of gateways, firewalls and DNS, nor of networks without peers: SurroundingsRead names what was looked for.</para>
/// </remarks>
/// <notes>
/// <para>The role PeeringTools Reader in samples/roles has every right it needs.</para>
/// </notes>
/// <example>
/// <para>What is there</para>
/// <code>(Get-PeeringTopology).Nodes</code>
/// <para>Each network with its role and how many peers it has.</para>
/// </example>
/// <example>
/// <para>Spokes that are peered past their hub</para>
/// <code>(Get-PeeringTopology).UnwantedMeshes</code>
/// <para>Each group of them with the pairs to remove.</para>
/// </example>
/// <example>
/// <para>Of an inventory, without Azure</para>
/// <code>
/// Export-PeeringInventory peerings.csv
/// (Import-PeeringInventory peerings.csv | Get-PeeringTopology).Transits
/// </code>
/// <para>Networks that others may think they can pass through, with the number of couples.</para>
/// </example>
/// <seealso cref="ExportPeeringDiagramCommand"/>
/// <seealso cref="ExportPeeringReportCommand"/>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso href="docs/diagrams.md"/>
[Cmdlet(VerbsCommon.Get, "PeeringTopology", DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringTopology))]
public sealed class GetPeeringTopologyCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string NetworkSet = "VirtualNetwork";
    private const string PairSet = "InputObject";
    private const string GroupSet = "ManagementGroup";

    private readonly List<PeeringPair> _pairs = [];
    private readonly List<ResourceId> _networks = [];
    private PairScope? _scope;

    /// <summary>Networks whose peers are meant: resource ids, peerings' ids, or any objects with an Id or ResourceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId(LeavesPairs = true)]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string[] VirtualNetworkId { get; set; } = [];

    /// <summary>The pairs to make a topology of. Nothing is read, and no connection is needed.</summary>
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

    /// <summary>All subscriptions in and below this management group, from Resource Graph.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [Alias("ManagementGroup", "ManagementGroupName")]
    [ValidateNotNullOrEmpty]
    public string? ManagementGroupId { get; set; }

    /// <summary>ResourceManager reads live. ResourceGraph reads a copy, with a few queries for a whole tenant, and of pairs alone.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [Parameter(ParameterSetName = GroupSet)]
    [ValidateSet(PairBuilder.ResourceManager, PairBuilder.ResourceGraph)]
    public string? Source { get; set; }

    /// <summary>Reads no gateways, firewalls, appliances, route tables and DNS zones: fewer requests, and less is known.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [Parameter(ParameterSetName = NetworkSet)]
    public SwitchParameter PairsOnly { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What comes through the pipeline may be pairs, which need no connection.
        if (!MyInvocation.ExpectingInput && ParameterSetName != PairSet) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PairSet)
        {
            _pairs.AddRange(InputObject);
            return;
        }

        if (Connections.Count == 0) base.BeginProcessing();
        this.OrTerminate(() =>
        {
            if (ParameterSetName == NetworkSet) _networks.AddRange(VirtualNetworkId.Select(ScopeWords.Network));
            else _scope = ScopeWords.Read(ResourceGroupName, SubscriptionId, ManagementGroupId, Source);
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        PairScope? scope = _networks.Count > 0 ? PairScope.Of([.. _networks]) : _scope;
        PeeringTopology topology = scope is null
            ? TopologyBuilder.Build(_pairs, SessionClock.Current.GetUtcNow())
            : await this.ReadAsync(worker, scope).ConfigureAwait(false);
        await worker.WriteAsync(topology).ConfigureAwait(false);
    });

    private async Task<PeeringTopology> ReadAsync(PipelineWorker worker, PairScope scope)
    {
        NetworkAccess access = new(Connections, worker);
        PairScan scan = new(access);
        (Estate? estate, Coverage coverage) = (null, scan.Coverage);
        if (scope.IsGraph)
        {
            await foreach (PeeringPair pair in scan.ReadAsync(scope, worker.Stopping).ConfigureAwait(false)) _pairs.Add(pair);
        }
        else
        {
            EstateReading reading = await new EstateReader(access).ReadAsync(scope, PairsOnly ? SurroundingKinds.None : TopologyBuilder.Kinds, worker.Stopping).ConfigureAwait(false);
            _pairs.AddRange(reading.Pairs);
            (estate, coverage) = (reading.Estate, reading.Coverage);
        }

        PeeringTopology topology = TopologyBuilder.Build(_pairs, access.Clock.GetUtcNow(), estate);
        SurroundingsReport.Warn(worker, topology);
        if (_networks.Count == 0) await new CoverageReport(access, worker).WriteAsync(coverage, scope).ConfigureAwait(false);
        return topology;
    }
}
