using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>
/// Removes both sides of a pair, the side that uses a gateway before the one that shares it. A side that is gone already is
/// fine. A removal is never rolled back; what is left of it is named with the command that finishes it.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "PeeringPair", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringRemoval), typeof(PeeringChangePlan))]
public sealed class RemovePeeringPairCommand : ChangeCommand
{
    private const string PairSet = "InputObject";
    private const string NetworkSet = "VirtualNetwork";

    /// <summary>The pairs to remove, as Get-PeeringPair gives them; also from a job or a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>Which of a pair's networks is Local, for pairs from a scan.</summary>
    [Parameter(ParameterSetName = PairSet)]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? LocalVirtualNetworkId { get; set; }

    /// <summary>The local network of the pair.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? VirtualNetworkId { get; set; }

    /// <summary>The remote network of the pair.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteVirtualNetwork")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? RemoteVirtualNetworkId { get; set; }

    /// <summary>Both sides, or only the local one where the remote network has an operator of its own.</summary>
    [Parameter]
    [ValidateSet("Both", "Local")]
    public string Side { get; set; } = "Both";

    /// <summary>Also removes pairs that something else manages and would make again, except where Azure itself forbids it.</summary>
    [Parameter]
    public SwitchParameter IncludeManaged { get; set; }

    /// <summary>Returns a receipt per pair: what was there, what is gone, and when.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == NetworkSet)
        {
            this.Collect(this.Request(ResourceId.Parse(VirtualNetworkId!), ResourceId.Parse(RemoteVirtualNetworkId!)));
            return;
        }

        foreach (PeeringPair pair in InputObject)
        {
            try
            {
                (ResourceId local, ResourceId remote) = this.NetworksOf(pair, LocalVirtualNetworkId, needsOrientation: Side == "Local");
                this.Collect(this.Request(local, remote));
            }
            catch (PeeringException refused)
            {
                this.WriteError(ErrorRecords.From(refused));
            }
        }
    }

    internal override object? ResultOf(ChangeOutcome outcome) => PassThru ? outcome.Removal : null;

    private PeeringRequest Request(ResourceId local, ResourceId remote) => new()
    {
        Kind = ChangeKind.Remove,
        LocalId = local,
        RemoteId = remote,
        Scope = Side == "Local" ? SideScope.Local : SideScope.Both,
        IncludeManaged = IncludeManaged,
        ChangeReference = ChangeReference,
    };
}
