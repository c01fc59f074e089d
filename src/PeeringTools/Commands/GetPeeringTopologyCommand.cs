using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;
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
[Cmdlet(VerbsCommon.Get, "PeeringTopology", DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringTopology))]
public sealed class GetPeeringTopologyCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string PairSet = "InputObject";

    private readonly List<PeeringPair> _pairs = [];

    /// <summary>The pairs to make a topology of.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>Only networks of this resource group, in each of the subscriptions, and their peers.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read. Without it: the connection's default ones, else all it sees.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    private bool IsPiped => ParameterSetName == PairSet || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!IsPiped) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _pairs.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        if (IsPiped) await worker.WriteAsync(TopologyBuilder.Build(_pairs, SessionClock.Current.GetUtcNow())).ConfigureAwait(false);
        else await this.ReadAsync(worker).ConfigureAwait(false);
    });

    private async Task ReadAsync(PipelineWorker worker)
    {
        NetworkAccess access = new(Connections, worker);
        PairScan scan = new(access);
        PairScope scope = new() { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId };
        await foreach (PeeringPair pair in scan.ReadAsync(scope, worker.Stopping).ConfigureAwait(false)) _pairs.Add(pair);
        await worker.WriteAsync(TopologyBuilder.Build(_pairs, access.Clock.GetUtcNow())).ConfigureAwait(false);
        await new CoverageReport(access, worker).WriteAsync(scan.Coverage, scope).ConfigureAwait(false);
    }
}
