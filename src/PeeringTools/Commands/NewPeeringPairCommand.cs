using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Makes sure that two virtual networks are peered: both sides exist, are connected and in sync.</summary>
/// <remarks>
/// <para>A pair that is there is found by its two networks, never by name. On it only what is given changes, and a second run changes
/// nothing.</para>
/// <para>Everything that Azure would refuse is looked for before the first write, and all problems are told together. When a step
/// fails, what this call made is taken back, unless -NoRollback is given. The pair that comes out was read again, live, after the last
/// write.</para>
/// <para>Needs Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write and .../peer/action on both networks; with an end, an
/// owner or a ticket also Microsoft.Resources/tags/write, which Network Contributor lacks.</para>
/// </remarks>
/// <notes>
/// <para>Sides that a direction names are objects of the result: Local is the first network given, Remote the second.</para>
/// </notes>
/// <example>
/// <para>Peer two networks, after a look at the plan</para>
/// <code>
/// New-PeeringPair $spoke $hub -WhatIf
/// New-PeeringPair $spoke $hub
/// </code>
/// </example>
/// <example>
/// <para>A spoke that uses the hub's gateway and firewall</para>
/// <code>New-PeeringPair $spoke $hub -GatewayTransit Remote -AllowForwardedTraffic Local</code>
/// <para>Remote is the hub here: its gateway is shared, and the spoke uses it.</para>
/// </example>
/// <example>
/// <para>A bridge for six weeks, with somebody who answers for it</para>
/// <code>New-PeeringPair $spoke $hub -Lifetime 42d -Owner orders@contoso.example -Ticket CHG0050001</code>
/// <para>Remove-ExpiredPeering ends it when its time has come.</para>
/// </example>
/// <example>
/// <para>A table of spokes</para>
/// <code>
/// Set-Content spokes.csv "VirtualNetworkId,RemoteVirtualNetworkId,GatewayTransit`n$spoke,$hub,Remote"
/// Import-Csv spokes.csv | New-PeeringPair
/// </code>
/// <para>Column names are parameter names. A row with a problem is an error, and the others are carried out.</para>
/// </example>
/// <example>
/// <para>Only our half, where the other network has its own operator</para>
/// <code>New-PeeringPair $spoke $hub -Side Local</code>
/// <para>The pair is Initiated, and a warning has the command for the other operator.</para>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="SetPeeringPairCommand"/>
/// <seealso cref="RemovePeeringPairCommand"/>
/// <seealso href="about_PeeringTools_Expiration"/>
/// <seealso href="about_PeeringTools_CrossTenant"/>
[Cmdlet(VerbsCommon.New, "PeeringPair", SupportsShouldProcess = true)]
[OutputType(typeof(PeeringPair), typeof(PeeringChangePlan))]
public sealed class NewPeeringPairCommand : FlagCommand
{
    /// <summary>The local network: a resource id, a peering's id, or any object with an Id or ResourceId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "ResourceId", "LocalVirtualNetworkId")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? VirtualNetworkId { get; set; }

    /// <summary>The network to peer it with.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RemoteVirtualNetwork")]
    [VirtualNetworkId]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    public string? RemoteVirtualNetworkId { get; set; }

    /// <summary>Name of the local side, when this call creates it. Without it: peer-(remote network).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? LocalName { get; set; }

    /// <summary>Name of the remote side, when this call creates it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public string? RemoteName { get; set; }

    /// <summary>When the pair ends: a date, or ISO 8601. A date alone means the end of that day, UTC.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    public object? ExpiresOn { get; set; }

    /// <summary>How long the pair lives, instead of -ExpiresOn: a TimeSpan, or text like 30d or 12h.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Span]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Lifetime { get; set; }

    /// <summary>Who answers for the pair; kept in its record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(OwnerCompleter))]
    public string? Owner { get; set; }

    /// <summary>The change or request it belongs to; kept in its record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell]
    [ArgumentCompleter(typeof(TicketCompleter))]
    public string? Ticket { get; set; }

    /// <summary>
    /// A policy file that the finished pair has to keep, and the ways through it. A plan that breaks it, or that it cannot be held
    /// against, is not carried out; -SkipPreflight does not reach it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PolicyPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            this.Collect(new PeeringRequest
            {
                Kind = ChangeKind.New,
                LocalId = ResourceId.Parse(VirtualNetworkId!),
                RemoteId = ResourceId.Parse(RemoteVirtualNetworkId!),
                Scope = Scope,
                Flags = this.Flags(),
                LocalName = LocalName,
                RemoteName = RemoteName,
                Record = RecordInput.Read(ExpiresOn, Lifetime, noExpiration: false, Owner, Ticket, Connections[0].Clock),
                NoRollback = NoRollback,
                SkipPreflight = SkipPreflight,
                ChangeReference = ChangeReference,
            });
        }
        catch (PeeringException refused)
        {
            this.WriteError(ErrorRecords.From(refused));
        }
    }

    internal override Task CollectMoreAsync(ChangeRun run, PipelineWorker worker) => PolicyInput.GuardAsync(run, worker, this, PolicyPath);

    internal override object? ResultOf(ChangeOutcome outcome) => outcome.Pair;
}
