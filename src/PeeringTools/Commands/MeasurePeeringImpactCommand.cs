using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Addresses;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Pipeline;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Commands;

/// <summary>Says what planned changes would open and break: which ways are gained or lost, which rules widen, what names do.</summary>
/// <remarks>
/// <para>Takes plans of New-, Set-, Sync-, Repair- or Remove-PeeringPair with -PlanOnly, all of one pipeline together, or prefixes to add to or take
/// from a network, and compares the estate as it is with the estate as it would be. Nothing is written. A plan with problems changes nothing, because it
/// would not be carried out.</para>
/// <para>Every subnet of the networks that change and of their direct peers is held against every prefix of them and of what lies behind their gateways.
/// A changed address space counts as after Sync-PeeringPair.</para>
/// </remarks>
/// <example>
/// <para>What would this removal break?</para>
/// <code>Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact</code>
/// <para>Reach lists every way that is lost, those to the site behind the hub's gateway among them.</para>
/// </example>
/// <example>
/// <para>A whole file of spokes, measured together</para>
/// <code estate="none">Import-Csv ./spokes.csv | New-PeeringPair -PlanOnly | Measure-PeeringImpact | ForEach-Object Reach</code>
/// <para>One answer for all rows: what they open between each other is in it.</para>
/// </example>
/// <example>
/// <para>A prefix more in a network</para>
/// <code>$pair = Get-PeeringPair -Name vnet-spoke-01
/// Measure-PeeringImpact -VirtualNetworkId $pair.Local.VirtualNetworkId -AddAddressPrefix 10.200.0.0/24</code>
/// <para>Who reaches it, and which rules on the VirtualNetwork tag let it in.</para>
/// </example>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso href="docs/routing.md"/>
[Cmdlet(VerbsDiagnostic.Measure, "PeeringImpact", DefaultParameterSetName = PlanSet)]
[OutputType(typeof(PeeringImpact))]
public sealed class MeasurePeeringImpactCommand : RoutingCommand
{
    private const string PlanSet = "InputObject";
    private const string PrefixSet = "AddressPrefix";

    private readonly List<PeeringChangePlan> _plans = [];

    /// <summary>Plans of commands with -PlanOnly; all that come are measured together.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PlanSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PeeringChangePlan[] InputObject { get; set; } = [];

    /// <summary>The network whose address space would change.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PrefixSet)]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? VirtualNetworkId { get; set; }

    /// <summary>Prefixes it would have in addition.</summary>
    [Parameter(ParameterSetName = PrefixSet)]
    [ValidateNotNullOrEmpty]
    public string[] AddAddressPrefix { get; set; } = [];

    /// <summary>Prefixes it would have no longer; subnets inside them count as deleted.</summary>
    [Parameter(ParameterSetName = PrefixSet)]
    [ValidateNotNullOrEmpty]
    public string[] RemoveAddressPrefix { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _plans.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == PrefixSet) this.Run(this.MeasurePrefixesAsync);
        else if (_plans.Count > 0) this.Run(this.MeasurePlansAsync);
    }

    private Task MeasurePlansAsync(PipelineWorker worker)
    {
        string[] touched = [.. _plans.SelectMany(plan => new[] { plan.LocalVirtualNetworkId, plan.RemoteVirtualNetworkId })];
        return this.MeasureAsync(worker, touched, estate => _plans.Aggregate(estate, PlannedEstate.After), [.. _plans.Select(plan => plan.ToString())]);
    }

    private Task MeasurePrefixesAsync(PipelineWorker worker)
    {
        AddressPrefix[] added = [.. AddAddressPrefix.Select(PrefixInput.Read)];
        AddressPrefix[] removed = [.. RemoveAddressPrefix.Select(PrefixInput.Read)];
        ResourceId id = ResourceId.Parse(VirtualNetworkId!);
        string[] words = [.. added.Select(p => $"+ {p}"), .. removed.Select(p => $"- {p}")];
        return this.MeasureAsync(worker, [id.Text], estate => PlannedEstate.After(estate, id, added, removed), words);
    }

    private async Task MeasureAsync(PipelineWorker worker, string[] touched, Func<Estate, Estate> change, string[] words)
    {
        NetworkAccess access = new(Connections, worker);
        EstateReading reading = await new RoutingReader(access)
            .ReadAsync(touched, [], Kinds | SurroundingKinds.PrivateDnsZones, worker.Stopping).ConfigureAwait(false);
        ResourceId[] networks = [.. touched.Select(ResourceId.Parse).Distinct()];
        foreach (ResourceId missing in networks.Where(id => !reading.Estate.Networks.ContainsKey(id)))
            throw PeeringException.Of(nameof(Errors.PathEndUnknown), missing.Text, missing.Text);
        PeeringImpact impact = new ImpactMeasure(reading.Estate, change(reading.Estate), networks).Measure();
        impact.Changes = words;
        impact.Source = SourceOf(access);
        impact.AsOf = NowOf(access);
        await worker.WriteAsync(impact).ConfigureAwait(false);
    }
}
