using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Connections;
using PeeringTools.Estates;
using PeeringTools.Pairs;
using PeeringTools.Surroundings;

namespace PeeringTools.Pipeline;

/// <summary>
/// The third rung for a cmdlet that looks at many pairs and what surrounds them: pairs or networks from the pipeline, or a scope that it
/// reads. Pairs out of an inventory are taken as they are and need no connection.
/// </summary>
public abstract class EstateCommand : ConnectedCommand
{
    private protected const string ScopeSet = "Scope";
    private protected const string NetworkSet = "VirtualNetwork";
    private protected const string PairSet = "InputObject";

    private readonly List<PeeringPair> _pairs = [];
    private readonly List<ResourceId> _networks = [];

    /// <summary>The pairs, as Get-PeeringPair or Import-PeeringInventory gives them; also from a job or a file. Live ones are read again.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>Only the pairs of these networks, each network as Local: resource ids, or objects with an Id or ResourceId.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId(LeavesPairs = true)]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string[] VirtualNetworkId { get; set; } = [];

    /// <summary>Only networks of this resource group, in each of the subscriptions, and their peers.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupName { get; set; }

    /// <summary>The subscriptions to read. Without it: the connection's default ones, else all it sees.</summary>
    [Parameter(ParameterSetName = ScopeSet)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <summary>True where pairs or networks come through the pipeline: one that brings nothing must not mean everything.</summary>
    private bool IsPiped => ParameterSetName is PairSet or NetworkSet || MyInvocation.ExpectingInput;

    /// <summary>True where everything to look at is written down already.</summary>
    private bool IsInventory => _pairs.Count > 0 && _networks.Count == 0 && _pairs.All(IsWritten);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What the pipeline brings decides whether there is anything to connect for.
        if (!MyInvocation.ExpectingInput) base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PairSet) _pairs.AddRange(InputObject);
        if (ParameterSetName != NetworkSet) return;
        foreach (string text in VirtualNetworkId)
        {
            if (ResourceId.TryParse(text, out ResourceId? id, out string? problem)) _networks.Add(id);
            else this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.InvalidResourceId), text, text, problem)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (IsPiped && _pairs.Count == 0 && _networks.Count == 0) return;
        if (MyInvocation.ExpectingInput && !IsInventory) base.BeginProcessing();
        this.Run(this.LookAsync);
    }

    /// <summary>The work, once it is known what to look at.</summary>
    internal abstract Task LookAsync(PipelineWorker worker);

    /// <summary>The connection's clock, or the session's where nothing had to be connected for.</summary>
    internal TimeProvider Clock => Connections.Count > 0 ? Connections[0].Clock : SessionClock.Current;

    /// <summary>Reads the pairs and what surrounds them, and says whether all that was asked for is there. What was written down has no surroundings.</summary>
    internal async IAsyncEnumerable<(EstateReading Reading, bool IsWhole)> ReadAsync(PipelineWorker worker, SurroundingKinds kinds)
    {
        if (IsInventory)
        {
            yield return (new EstateReading(new Estate(), _pairs, new Coverage()), true);
            yield break;
        }

        NetworkAccess access = new(Connections, worker);
        foreach (AskedPairs asked in this.Asked())
        {
            EstateReading reading = await new EstateReader(access).ReadAsync(asked.Scope, kinds, worker.Stopping).ConfigureAwait(false);
            PeeringPair[] chosen = [.. asked.Choose(reading.Pairs, worker)];
            // Before the answer: what a list may have left out is known only by the rights to it.
            if (asked.IsEstate) await new CoverageReport(access, worker).WriteAsync(reading.Coverage, asked.Scope).ConfigureAwait(false);
            yield return (reading with { Pairs = chosen }, asked.IsAnsweredBy(reading, chosen.Length));
        }
    }

    private IEnumerable<AskedPairs> Asked()
    {
        if (_pairs.Count > 0) yield return AskedPairs.OfPairs(_pairs);
        if (_networks.Count > 0) yield return new AskedPairs(PairScope.Of([.. _networks]), null);
        if (!IsPiped) yield return new AskedPairs(new PairScope { ResourceGroupName = ResourceGroupName, SubscriptionIds = SubscriptionId }, null);
    }

    private static bool IsWritten(PeeringPair pair) => pair.Source.EndsWith(PairBuilder.Inventory, StringComparison.Ordinal);
}
