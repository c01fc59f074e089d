using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Pairs;

namespace PeeringTools.Pipeline;

/// <summary>A cmdlet that looks at pairs where they are: those of some networks, those it is given again, or those of whole subscriptions.</summary>
public abstract class ScopeCommand : ConnectedCommand
{
    private protected const string ScopeSet = "Scope";
    private protected const string NetworkSet = "VirtualNetwork";
    private protected const string PairSet = "InputObject";

    private readonly List<ResourceId> _networks = [];
    private readonly List<PeeringPair> _pairs = [];
    private bool _asksForAll;

    /// <summary>
    /// The network whose pairs are meant, which is Local in all of them: a resource id, a peering's id, or any object with an
    /// Id or ResourceId.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId(LeavesPairs = true)]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public virtual string[] VirtualNetworkId { get; set; } = [];

    /// <summary>The pairs that are meant, as Get-PeeringPair gives them; also from a job or a file. They are read again, live.</summary>
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

    /// <summary>The pairs where nothing but pairs was given, else none.</summary>
    internal IReadOnlyList<PeeringPair> OnlyPairs => _networks.Count == 0 ? _pairs : [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Collected, so that what pairs share is read once. A pipeline that brings nothing never comes here: it must not mean everything.
        if (ParameterSetName == ScopeSet) _asksForAll = true;
        else if (ParameterSetName == PairSet) _pairs.AddRange(InputObject);
        else _networks.AddRange(VirtualNetworkId.Select(ResourceId.Parse));
    }

    /// <summary>What was asked for, one reading each: one pipeline may bring pairs and networks.</summary>
    internal IEnumerable<AskedPairs> Asked()
    {
        if (_pairs.Count > 0) yield return AskedPairs.OfPairs(_pairs);
        if (_networks.Count > 0) yield return new AskedPairs(PairScope.Of([.. _networks]), null);
        if (_asksForAll) yield return new AskedPairs(new PairScope { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId }, null);
    }
}
