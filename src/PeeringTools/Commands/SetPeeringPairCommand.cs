using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Changes;
using PeeringTools.Completion;
using PeeringTools.Health;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Changes settings, expiry, owner or ticket of pairs, and leaves everything else as it is.</summary>
/// <remarks>
/// <para>Both sides change together, in the order that gateways demand. Flags are the complete new state: Local means on at the local
/// side and off at the remote one. Members of a peering that this module does not know survive.</para>
/// <para>-Disabled parks a pair: its access is turned off on both sides, and the record remembers how it was. -Enabled brings it back
/// exactly.</para>
/// </remarks>
/// <notes>
/// <para>A parameter that says Local or Remote needs to know which is which: read the pair from one network, or give
/// -LocalVirtualNetworkId.</para>
/// </notes>
/// <example>
/// <para>Traffic that a firewall in the hub forwards</para>
/// <code>Get-PeeringPair $hub | Set-PeeringPair -AllowForwardedTraffic Both</code>
/// </example>
/// <example>
/// <para>Six more weeks</para>
/// <code estate="Migration">Get-PeeringPair -Ticket CHG0041873 | Set-PeeringPair -Lifetime 42d</code>
/// </example>
/// <example>
/// <para>Park the pairs of a ticket, and bring them back</para>
/// <code estate="Migration">
/// Get-PeeringPair -Ticket CHG0041873 | Set-PeeringPair -Disabled
/// Get-PeeringPair -Ticket CHG0041873 | Set-PeeringPair -Enabled
/// </code>
/// </example>
/// <example>
/// <para>See the plan as an object</para>
/// <code>Get-PeeringPair $hub -Name vnet-spoke-01 | Set-PeeringPair -GatewayTransit None -PlanOnly</code>
/// <para>Ordered steps, each with before and after in words. Nothing is written.</para>
/// </example>
/// <seealso cref="GetPeeringPairCommand"/>
/// <seealso cref="NewPeeringPairCommand"/>
/// <seealso cref="RemoveExpiredPeeringCommand"/>
/// <seealso href="about_PeeringTools_Expiration"/>
[Cmdlet(VerbsCommon.Set, "PeeringPair", SupportsShouldProcess = true, DefaultParameterSetName = PairSet)]
[OutputType(typeof(PeeringPair), typeof(PeeringChangePlan))]
public sealed class SetPeeringPairCommand : PairFlagCommand
{
    /// <summary>When the pair ends: a date, or ISO 8601. A date alone means the end of that day, UTC.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NetworkSet)]
    [Parameter(ParameterSetName = PairSet)]
    [Cell]
    public object? ExpiresOn { get; set; }

    /// <summary>How long the pair lives from now, instead of -ExpiresOn: a TimeSpan, or text like 30d or 12h.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NetworkSet)]
    [Parameter(ParameterSetName = PairSet)]
    [Span]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Lifetime { get; set; }

    /// <summary>Takes the end away; owner and ticket stay.</summary>
    [Parameter]
    public SwitchParameter NoExpiration { get; set; }

    /// <summary>Who answers for the pair.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NetworkSet)]
    [Parameter(ParameterSetName = PairSet)]
    [Cell]
    [ArgumentCompleter(typeof(OwnerCompleter))]
    public string? Owner { get; set; }

    /// <summary>The change or request it belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = NetworkSet)]
    [Parameter(ParameterSetName = PairSet)]
    [Cell]
    [ArgumentCompleter(typeof(TicketCompleter))]
    public string? Ticket { get; set; }

    /// <summary>
    /// Parks the pair: access off on both sides, remembered in the record. No security boundary: a rule that allows the
    /// traffic by address still lets it through, and every such rule is named in a warning.
    /// </summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Brings a parked pair back, exactly as it was.</summary>
    [Parameter]
    public SwitchParameter Enabled { get; set; }

    /// <summary>
    /// A policy file that the finished pair has to keep, and the ways through it. A plan that breaks it, or that it cannot be held
    /// against, is not carried out; -SkipPreflight does not reach it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PolicyPath { get; set; }

    internal override PeeringRequest Request(ResourceId local, ResourceId remote)
    {
        if (Disabled && Enabled) throw PeeringException.Of(nameof(Errors.InvalidInput), local.Text, Messages.DisabledAndEnabled);
        return this.Common(ChangeKind.Set, local, remote) with
        {
            Record = RecordInput.Read(ExpiresOn, Lifetime, NoExpiration, Owner, Ticket, Connections[0].Clock),
            Parking = Disabled ? Parking.Park : Enabled ? Parking.Restore : Parking.None,
        };
    }

    internal override Task<IReadOnlyList<ChangePlan>> LookAroundAsync(
        IReadOnlyList<ChangePlan> plans, NetworkAccess access, CancellationToken cancellationToken) =>
        Disabled ? new ParkingWarnings(access).AddAsync(plans, cancellationToken) : base.LookAroundAsync(plans, access, cancellationToken);

    internal override Task CollectMoreAsync(ChangeRun run, PipelineWorker worker) => PolicyInput.GuardAsync(run, worker, this, PolicyPath);

    internal override object? ResultOf(ChangeOutcome outcome) => outcome.Pair;
}
