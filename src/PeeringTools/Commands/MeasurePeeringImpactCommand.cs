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
/// <para>Takes plans of New-, Set-, Sync-, Repair- or Remove-PeeringPair with -PlanOnly, all of one pipeline together and with the route table
/// their spokes are to have, or prefixes to add to or take from a network, and compares the estate as it is with the estate as it would be. Nothing is
/// written. A plan with problems changes nothing, because it would not be carried out.</para>
/// <para>Every subnet of the networks that change and of their direct peers is held against every prefix of them and of what lies behind their gateways.
/// A changed address space counts as after Sync-PeeringPair. Without -Protocol and -Port a way counts where anything gets through at all.</para>
/// </remarks>
/// <notes>
/// <para>What it cannot know it counts under Unknown, and does not call it kept.</para>
/// </notes>
/// <example>
/// <para>What would this removal break?</para>
/// <code>Get-PeeringPair -Name vnet-spoke-01 | Remove-PeeringPair -PlanOnly | Measure-PeeringImpact</code>
/// <para>Reach lists every way that is lost, those to the site behind the hub's gateway among them.</para>
/// </example>
/// <example>
/// <para>A whole file of spokes, measured together</para>
/// <code>
/// Set-Content spokes.csv "VirtualNetworkId,RemoteVirtualNetworkId`n$spoke,$hub"
/// Import-Csv spokes.csv | New-PeeringPair -PlanOnly | Measure-PeeringImpact | ForEach-Object Reach
/// </code>
/// <para>One answer for all rows: what they open between each other is in it.</para>
/// </example>
/// <example>
/// <para>A prefix more in a network</para>
/// <code>Measure-PeeringImpact -VirtualNetworkId $hub -AddAddressPrefix 10.200.0.0/24</code>
/// <para>Who reaches it, and which rules on the VirtualNetwork tag let it in.</para>
/// </example>
/// <example>
/// <para>A spoke that is to reach others through the hub's firewall: flag and route table together</para>
/// <code estate="Analytics">$pair = Get-PeeringPair -Name vnet-analytics
/// $network = ($pair.Local, $pair.Remote | Where-Object VirtualNetworkName -eq vnet-analytics).VirtualNetworkId
/// $table = $network -replace 'virtualNetworks/vnet-analytics', 'routeTables/rt-analytics'
/// $plan = Get-PeeringPair -VirtualNetworkId $network | Set-PeeringPair -AllowForwardedTraffic Local -PlanOnly
/// $subnet = "$network/subnets/snet-ingest"
/// $plan | Measure-PeeringImpact -SubnetId $subnet -RouteTableId $table -Protocol Tcp -Port 443 |
///     ForEach-Object Reach</code>
/// <para>Ways that are gained both ways. The plan alone gains none.</para>
/// </example>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso cref="NewPeeringPairCommand"/>
/// <seealso cref="RemovePeeringPairCommand"/>
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

    /// <summary>Resource ids of subnets that would have the route table of -RouteTableId when the plans are carried out.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [PathEnd]
    [ValidateNotNullOrEmpty]
    public string[] SubnetId { get; set; } = [];

    /// <summary>Resource id of the route table the subnets would have instead of their own.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [PathEnd]
    [ValidateNotNullOrEmpty]
    public string? RouteTableId { get; set; }

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

    /// <summary>Tcp, Udp, Icmp, or * for whatever it may be.</summary>
    [Parameter]
    [ValidateSet("Tcp", "Udp", "Icmp", "*")]
    public string Protocol { get; set; } = "*";

    /// <summary>The destination's port. Without one, a way counts where any port gets through.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string? notSubnet = SubnetId.FirstOrDefault(id => !EndIds.IsSubnet(id));
        if (notSubnet is not null) this.ThrowTerminatingError(ErrorRecords.From(PeeringError.Of(nameof(Errors.PathEndUnknown), notSubnet, notSubnet)));
        if (SubnetId.Length == 0 != RouteTableId is null)
            this.ThrowTerminatingError(ErrorRecords.From(PeeringError.Of(nameof(Errors.InvalidInput), null, Messages.TableNeedsSubnet)));
        base.BeginProcessing();
    }

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
        string[] touched =
        [
            .. _plans.SelectMany(plan => new[] { plan.LocalVirtualNetworkId, plan.RemoteVirtualNetworkId }),
            .. SubnetId.Select(id => EndIds.NetworkOf(id)!.Text),
        ];
        string[] words = [.. _plans.Select(plan => plan.ToString().TrimEnd(':')), .. SubnetId.Select(this.WordsOf)];
        return this.MeasureAsync(worker, touched, async (access, estate) => await this.WithTableAsync(access, _plans.Aggregate(estate, PlannedEstate.After), worker)
            .ConfigureAwait(false), words);
    }

    private async Task<Estate> WithTableAsync(NetworkAccess access, Estate estate, PipelineWorker worker)
    {
        if (RouteTableId is null) return estate;
        if (SubnetId.FirstOrDefault(id => !IsIn(estate, id)) is string unknown) throw PeeringException.Of(nameof(Errors.PathEndUnknown), unknown, unknown);
        return PlannedEstate.After(estate, SubnetId, await new RoutingReader(access).GetTableAsync(RouteTableId, worker.Stopping).ConfigureAwait(false));
    }

    private static bool IsIn(Estate estate, string subnetId) =>
        estate.Networks.TryGetValue(EndIds.NetworkOf(subnetId)!, out VirtualNetwork? network)
        && network.Subnets.Any(s => s.Id.Equals(subnetId, StringComparison.OrdinalIgnoreCase));

    private string WordsOf(string subnetId) =>
        Wording.Fill(RoutingTexts.ImpactTable, $"{EndIds.NetworkOf(subnetId)!.Name}/{subnetId.Split('/').Last()}", RouteTableId!.Split('/').Last());

    private Task MeasurePrefixesAsync(PipelineWorker worker)
    {
        AddressPrefix[] added = [.. AddAddressPrefix.Select(PrefixInput.Read)];
        AddressPrefix[] removed = [.. RemoveAddressPrefix.Select(PrefixInput.Read)];
        ResourceId id = ResourceId.Parse(VirtualNetworkId!);
        string[] words = [.. added.Select(p => $"+ {p}"), .. removed.Select(p => $"- {p}")];
        return this.MeasureAsync(worker, [id.Text], (_, estate) => Task.FromResult(PlannedEstate.After(estate, id, added, removed)), words);
    }

    private async Task MeasureAsync(PipelineWorker worker, string[] touched, Func<NetworkAccess, Estate, Task<Estate>> change, string[] words)
    {
        NetworkAccess access = new(Connections, worker);
        EstateReading reading = await new RoutingReader(access)
            .ReadAsync(touched, [], Kinds | SurroundingKinds.PrivateDnsZones, worker.Stopping).ConfigureAwait(false);
        // One that is gone has been reported as such: what a plan leaves there changes nothing for anybody.
        ResourceId[] networks = [.. touched.Select(ResourceId.Parse).Distinct().Where(reading.Estate.Networks.ContainsKey)];
        if (networks.Length == 0) throw PeeringException.Of(nameof(Errors.PathEndUnknown), touched[0], touched[0]);
        Estate after = await change(access, reading.Estate).ConfigureAwait(false);
        PeeringImpact impact = new ImpactMeasure(reading.Estate, after, networks, Protocol, Port).Measure();
        impact.Changes = words;
        impact.Source = SourceOf(access);
        impact.AsOf = NowOf(access);
        await worker.WriteAsync(impact).ConfigureAwait(false);
    }
}
