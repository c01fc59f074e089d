using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Lets the sides that are behind take over the other network's present prefixes.</summary>
/// <remarks>
/// <para>A network that was resized stays reachable under its old prefixes only, until its peers sync. This writes each side that is
/// behind, waits until both are in sync, and says which prefixes came into force and which left. A pair that is in sync is not
/// written.</para>
/// <para>Needs Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write on the side that is behind.</para>
/// </remarks>
/// <notes>
/// <para>A side that this identity cannot write is the error SyncNeedsOtherSide, with the command for its operator.</para>
/// </notes>
/// <example>
/// <para>Everything that is behind</para>
/// <code estate="Broken">Get-PeeringPair -OutOfSync | Sync-PeeringPair</code>
/// </example>
/// <example>
/// <para>After a resize: all pairs of one network</para>
/// <code estate="Broken">Sync-PeeringPair -VirtualNetworkId $spoke</code>
/// <para>In the Broken estate of the lab, vnet-resized has grown by 10.55.0.0/16.</para>
/// </example>
/// <example>
/// <para>What would change?</para>
/// <code estate="Broken">Get-PeeringPair -OutOfSync | Sync-PeeringPair -WhatIf</code>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="RepairPeeringPairCommand"/>
/// <seealso href="about_PeeringTools_CrossTenant"/>
[Cmdlet(VerbsData.Sync, "PeeringPair", SupportsShouldProcess = true, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringSyncResult), typeof(PeeringChangePlan))]
public sealed class SyncPeeringPairCommand : ChangeCommand
{
    private const string PairSet = "InputObject";
    private const string NetworkSet = "VirtualNetwork";
    private const string RowSet = "Row";

    private readonly List<ResourceId> _networks = [];

    /// <summary>The pairs, as Get-PeeringPair gives them; also from a job or a file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PairSet, ValueFromPipeline = true)]
    [Pair]
    [ValidateNotNull]
    public PeeringPair[] InputObject { get; set; } = [];

    /// <summary>The local network of a pair, as rows of an inventory name it. Beside pairs from a scan: which of their networks is Local.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = PairSet)]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? LocalVirtualNetworkId { get; set; }

    /// <summary>The network that was resized: without -RemoteVirtualNetworkId all its pairs are synced.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? VirtualNetworkId { get; set; }

    /// <summary>The other network, to sync one pair only.</summary>
    [Parameter(Position = 1, ParameterSetName = NetworkSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteVirtualNetwork")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? RemoteVirtualNetworkId { get; set; }

    /// <summary>Both sides, or only the local one where the remote network has an operator of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Sides]
    [ValidateSet(SidesAttribute.Both, SidesAttribute.Local)]
    public string Side { get; set; } = SidesAttribute.Both;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PairSet)
            this.Collect(InputObject, LocalVirtualNetworkId, needsOrientation: Side == SidesAttribute.Local, this.Request);
        else if (RemoteVirtualNetworkId is not null)
            this.Collect(this.Request(ResourceId.Parse((VirtualNetworkId ?? LocalVirtualNetworkId)!), ResourceId.Parse(RemoteVirtualNetworkId)));
        else
            _networks.Add(ResourceId.Parse(VirtualNetworkId!));
    }

    internal override async Task CollectMoreAsync(ChangeRun run, PipelineWorker worker)
    {
        foreach (PeeringRequest request in await run.EveryPairOfAsync(_networks, this.Request, worker.Stopping).ConfigureAwait(false))
            this.Collect(request);
    }

    internal override object? ResultOf(ChangeOutcome outcome) => outcome.Sync;

    private PeeringRequest Request(ResourceId local, ResourceId remote) => new()
    {
        Kind = ChangeKind.Sync,
        LocalId = local,
        RemoteId = remote,
        Scope = SidesAttribute.ScopeOf(Side),
        ChangeReference = ChangeReference,
    };
}
