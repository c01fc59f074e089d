using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Pairs;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Reads virtual network peerings as pairs: one object for two networks, with both sides' own state inside.</summary>
/// <remarks>
/// <para>Reads the pairs of given networks, of a resource group, of subscriptions, of a management group, or everything the identity
/// sees. Pairs stream out while pages arrive, and each comes once, whichever side was read first.</para>
/// <para>From a scan the two sides are ordered by their ids. Asked for a network's pairs, that network is Local in all of them.</para>
/// <para>Needs Microsoft.Network/virtualNetworks/read. A network that cannot be read is not called gone: RemoteGone is said only where
/// Azure itself says that the network does not exist and its subscription answers.</para>
/// </remarks>
/// <notes>
/// <para>A subscription that cannot be read is an error, never a hole in the list. -InformationAction Continue says for each
/// subscription how it was read.</para>
/// </notes>
/// <example>
/// <para>Everything this identity sees</para>
/// <code estate="Broken">Get-PeeringPair</code>
/// <para>One row per pair, both sides in it.</para>
/// </example>
/// <example>
/// <para>What is broken?</para>
/// <code estate="Broken">Get-PeeringPair -Status Initiated, Disconnected, RemoteGone</code>
/// <para>The pairs of which one half is missing. Repair-PeeringPair and Remove-PeeringPair take them from the pipeline.</para>
/// </example>
/// <example>
/// <para>The pairs of one network</para>
/// <code>Get-PeeringPair $hub</code>
/// <para>The network is Local in each. Objects with an Id or ResourceId do as well, from the pipeline too.</para>
/// </example>
/// <example>
/// <para>What ends within a month, and who answers for it?</para>
/// <code estate="Migration">Get-PeeringPair -ExpiringWithin 30d | Format-Table ExpiresOn, Owner, Ticket, LocalVirtualNetworkName</code>
/// </example>
/// <example>
/// <para>A whole tenant with a few queries</para>
/// <code estate="Broken">Get-PeeringPair -Source ResourceGraph -Orphaned</code>
/// <para>Resource Graph is a copy that lags behind; what it cannot decide is read live.</para>
/// </example>
/// <seealso cref="NewPeeringPairCommand"/>
/// <seealso cref="SyncPeeringPairCommand"/>
/// <seealso cref="RepairPeeringPairCommand"/>
/// <seealso cref="ExportPeeringInventoryCommand"/>
/// <seealso href="about_PeeringTools_CrossTenant"/>
[Cmdlet(VerbsCommon.Get, "PeeringPair", DefaultParameterSetName = ScopeSet)]
[OutputType(typeof(PeeringPair))]
public sealed class GetPeeringPairCommand : ConnectedCommand
{
    private const string ScopeSet = "Scope";
    private const string NetworkSet = "VirtualNetwork";
    private const string PairSet = "InputObject";
    private const string GroupSet = "ManagementGroup";

    private readonly List<ResourceId> _networks = [];
    private readonly List<PeeringPair> _pairs = [];
    private PairScope? _scope;

    /// <summary>
    /// The network whose pairs are meant, which is Local in all of them: a resource id, a peering's id, or any object with an
    /// Id or ResourceId.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId(LeavesPairs = true)]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string[] VirtualNetworkId { get; set; } = [];

    /// <summary>Pairs to read again, live.</summary>
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

    /// <summary>
    /// All subscriptions in and below this management group. They come from Resource Graph: Resource Manager has no list of
    /// networks by management group.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = GroupSet)]
    [Alias("ManagementGroup", "ManagementGroupName")]
    [ValidateNotNullOrEmpty]
    public string? ManagementGroupId { get; set; }

    /// <summary>
    /// ResourceManager reads live. ResourceGraph reads a copy that follows with a delay, with a few queries for a whole tenant: it calls
    /// no network gone; with Orphaned, what it cannot decide is read live.
    /// </summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [Parameter(ParameterSetName = GroupSet)]
    [ValidateSet(PairBuilder.ResourceManager, PairBuilder.ResourceGraph)]
    public string? Source { get; set; }

    /// <summary>Only pairs where either peering or either network has such a name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NetworkNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Only pairs with one of these states.</summary>
    [Parameter]
    public PeeringPairStatus[] Status { get; set; } = [];

    /// <summary>Only connected pairs where a side has not taken over the other network's present prefixes.</summary>
    [Parameter]
    public SwitchParameter OutOfSync { get; set; }

    /// <summary>Only pairs whose other half was deleted: Disconnected or RemoteGone.</summary>
    [Parameter]
    public SwitchParameter Orphaned { get; set; }

    /// <summary>Only pairs between two tenants.</summary>
    [Parameter]
    public SwitchParameter CrossTenant { get; set; }

    /// <summary>Only pairs between two regions.</summary>
    [Parameter]
    public SwitchParameter Global { get; set; }

    /// <summary>Only pairs whose record says that their end has come.</summary>
    [Parameter]
    public SwitchParameter Expired { get; set; }

    /// <summary>Only pairs whose record ends within this time: a TimeSpan, or text like 30d or 12h.</summary>
    [Parameter]
    [Span]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? ExpiringWithin { get; set; }

    /// <summary>Only pairs with such an owner in their record; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OwnerCompleter))]
    public string? Owner { get; set; }

    /// <summary>Only pairs with such a ticket in their record; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TicketCompleter))]
    public string? Ticket { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Collected, so that two networks of one pair give it once, and so that what they share is read once. A pipeline that
        // brings nothing never comes here: it must not mean everything.
        if (ParameterSetName is ScopeSet or GroupSet)
            this.OrTerminate(() => _scope = this.Scope());
        else if (ParameterSetName == PairSet)
            _pairs.AddRange(InputObject);
        else
            this.Collect(VirtualNetworkId);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        NetworkAccess access = new(Connections, worker);
        PairScan scan = new(access);
        PairFilter filter = this.Filter(access);
        foreach (IAsyncEnumerable<PeeringPair> source in this.Sources(scan, worker))
            await foreach (PeeringPair pair in source.ConfigureAwait(false))
                if (filter.Passes(pair)) await worker.WriteAsync(pair).ConfigureAwait(false);
        if (_scope is not null) await new CoverageReport(access, worker).WriteAsync(scan.Coverage, _scope).ConfigureAwait(false);
    });

    private PairScope Scope() => ScopeWords.Read(ResourceGroupName, SubscriptionId, ManagementGroupId, Source) with { RereadsDoubtful = Orphaned };

    private void Collect(IEnumerable<string> virtualNetworkIds)
    {
        foreach (string text in virtualNetworkIds)
        {
            if (ResourceId.TryParse(text, out ResourceId? id, out string? problem))
                _networks.Add(id);
            else
                this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.InvalidResourceId), text, text, problem)));
        }
    }

    /// <summary>One pipeline may bring pairs and networks.</summary>
    private IEnumerable<IAsyncEnumerable<PeeringPair>> Sources(PairScan scan, PipelineWorker worker)
    {
        if (_pairs.Count > 0) yield return PairReread.ReadAsync(scan, _pairs, worker, worker.Stopping);
        if (_networks.Count > 0) yield return scan.ReadAsync(PairScope.Of([.. _networks]), worker.Stopping);
        if (_scope is not null) yield return scan.ReadAsync(_scope, worker.Stopping);
    }

    private PairFilter Filter(NetworkAccess access) => new(access.Clock)
    {
        Statuses = Status,
        OutOfSync = OutOfSync,
        Orphaned = Orphaned,
        CrossTenant = CrossTenant,
        Global = Global,
        Name = Wildcards.Match(Name),
        Expired = Expired,
        ExpiringWithin = ExpiringWithin,
        Owner = Wildcards.Match(Owner),
        Ticket = Wildcards.Match(Ticket),
    };
}
