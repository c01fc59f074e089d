using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Pipeline;
using PeeringTools.Ports;
using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Commands;

/// <summary>Gives the routes of subnets as Azure would compute them, and of a network interface as Azure did, with the differences.</summary>
/// <remarks>
/// <para>Predicted routes need no machine: address space, peerings in force, gateways and what their connections name, meshes where asked for, route
/// tables, service and private endpoints. Each says where it comes from, and Invalid where another takes its place. What a gateway learns by BGP is in
/// no configuration and is not predicted.</para>
/// <para>With -NetworkInterfaceId and -Live Azure is asked for the effective routes, which needs a running machine, and every row says Same, Different,
/// OnlyLive or OnlyPredicted.</para>
/// </remarks>
/// <notes>
/// <para>The role PeeringTools Reader in samples/roles has every right it needs, those of -Live included.</para>
/// </notes>
/// <example>
/// <para>All routes of a network's subnets that are in force</para>
/// <code>Get-PeeringRoute $hub | Where-Object State -eq Active</code>
/// <para>One row per route and subnet; Origin names the peering, gateway or table it comes from.</para>
/// </example>
/// <example>
/// <para>Where reality differs from the model</para>
/// <code>
/// $nic = $hub -replace 'virtualNetworks/.*', 'networkInterfaces/nic-identity'
/// Get-PeeringRoute -NetworkInterfaceId $nic -Live | Where-Object Difference -ne Same
/// </code>
/// <para>The interface belongs to a machine in the hub. Rows with OnlyLive are most often what a gateway has learned.</para>
/// </example>
/// <seealso cref="TestPeeringPathCommand"/>
/// <seealso cref="MeasurePeeringImpactCommand"/>
/// <seealso href="docs/routing.md"/>
[Cmdlet(VerbsCommon.Get, "PeeringRoute", DefaultParameterSetName = NetworkSet)]
[OutputType(typeof(PeeringRoute))]
public sealed class GetPeeringRouteCommand : RoutingCommand
{
    private const string NetworkSet = "VirtualNetwork";
    private const string SubnetSet = "Subnet";
    private const string InterfaceSet = "NetworkInterface";

    private readonly List<string> _ends = [];

    /// <summary>The networks whose subnets are meant: resource ids, or objects with an Id or ResourceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] VirtualNetworkId { get; set; } = [];

    /// <summary>Resource ids of subnets, or objects with an Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SubnetSet)]
    [PathEnd]
    [ValidateNotNullOrEmpty]
    public string[] SubnetId { get; set; } = [];

    /// <summary>Resource ids of network interfaces, or objects with an Id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InterfaceSet)]
    [PathEnd]
    [ValidateNotNullOrEmpty]
    public string[] NetworkInterfaceId { get; set; } = [];

    /// <summary>Asks Azure for the effective routes of the interfaces and says where they differ from the prediction.</summary>
    [Parameter(ParameterSetName = InterfaceSet)]
    public SwitchParameter Live { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string end in ParameterSetName switch { NetworkSet => VirtualNetworkId, SubnetSet => SubnetId, _ => NetworkInterfaceId })
        {
            if (this.Fits(end)) _ends.Add(end);
            else this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.PathEndUnknown), end, end)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_ends.Count > 0) this.Run(this.ReadAsync);
    }

    private bool Fits(string end) => ParameterSetName switch
    {
        NetworkSet => true,
        SubnetSet => EndIds.IsSubnet(end),
        _ => EndIds.IsInterface(end),
    };

    private async Task ReadAsync(PipelineWorker worker)
    {
        NetworkAccess access = new(Connections, worker);
        RoutingReader reader = new(access);
        EstateReading reading = await reader.ReadAsync(_ends, [], Kinds, worker.Stopping).ConfigureAwait(false);
        RoutingModel model = new(reading.Estate);
        foreach (string end in _ends)
        {
            foreach (SubnetPlace place in PlacesOf(model, end, worker))
            {
                List<PeeringRoute> rows = [.. RouteRows.Predicted(model.RoutesOf(place), EndIds.IsInterface(end) ? end : place.Subnet.Id)];
                IEnumerable<PeeringRoute> all = Live ? RouteRows.Compare(await LiveAsync(access, end, worker).ConfigureAwait(false), rows) : rows;
                foreach (PeeringRoute row in all) await worker.WriteAsync(row).ConfigureAwait(false);
            }
        }
    }

    private static async Task<IReadOnlyList<PeeringRoute>> LiveAsync(NetworkAccess access, string id, PipelineWorker worker)
    {
        IArmNetwork network = await access.ForAsync(EndIds.SubscriptionOf(id)!, worker.Stopping).ConfigureAwait(false);
        IReadOnlyList<EffectiveRoute> routes = await network.Surroundings.GetEffectiveRoutesAsync(id, worker.Stopping).ConfigureAwait(false);
        return [.. RouteRows.Live(routes, id)];
    }

    private static SubnetPlace[] PlacesOf(RoutingModel model, string end, PipelineWorker worker)
    {
        SubnetPlace[] places = EndIds.IsInterface(end)
            ? [.. model.Estate.NetworkInterfaces.Where(n => Is(n.Id, end)).SelectMany(n => n.Addresses).Select(a => model.PlaceOf(a.SubnetId)).OfType<SubnetPlace>().Distinct().Take(1)]
            : EndIds.IsSubnet(end)
                ? [.. new[] { model.PlaceOf(end) }.OfType<SubnetPlace>()]
                : [.. model.Estate.Networks.Values.Where(n => Is(n.Id.Text, end)).SelectMany(n => n.Subnets).Select(s => model.PlaceOf(s.Id)!)];
        // Why a network itself could not be read was said when it was not read.
        if (places.Length == 0 && (EndIds.IsSubnet(end) || EndIds.IsInterface(end))) worker.Error(PeeringError.Of(nameof(Errors.PathEndUnknown), end, end));
        return places;
    }

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
