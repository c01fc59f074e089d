using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;

namespace PeeringTools.Pipeline;

/// <summary>A change of pairs that exist, given as objects or as two networks, that may also say how the sides are to be set.</summary>
public abstract class PairFlagCommand : FlagCommand
{
    private protected const string PairSet = "InputObject";
    private protected const string NetworkSet = "VirtualNetwork";

    /// <summary>The pairs, as Get-PeeringPair gives them; also from a job or a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>The local network of the pair. Beside pairs from a scan: which of their networks is Local.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = PairSet)]
    [Alias("LocalVirtualNetworkId", "Id", "ResourceId")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? VirtualNetworkId { get; set; }

    /// <summary>The remote network of the pair.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteVirtualNetwork")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? RemoteVirtualNetworkId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (ParameterSetName == NetworkSet)
                this.Collect(this.Request(ResourceId.Parse(VirtualNetworkId!), ResourceId.Parse(RemoteVirtualNetworkId!)));
            else
                this.Collect(InputObject, VirtualNetworkId, Scope == SideScope.Local || this.Flags().NamesASide, this.Request);
        }
        catch (PeeringException refused)
        {
            this.WriteError(ErrorRecords.From(refused));
        }
    }

    /// <exception cref="PeeringException">What was given contradicts itself.</exception>
    internal abstract PeeringRequest Request(ResourceId local, ResourceId remote);

    /// <summary>What Set and Repair have in common.</summary>
    internal PeeringRequest Common(ChangeKind kind, ResourceId local, ResourceId remote) => new()
    {
        Kind = kind,
        LocalId = local,
        RemoteId = remote,
        Scope = Scope,
        Flags = this.Flags(),
        NoRollback = NoRollback,
        SkipPreflight = SkipPreflight,
        ChangeReference = ChangeReference,
    };
}
