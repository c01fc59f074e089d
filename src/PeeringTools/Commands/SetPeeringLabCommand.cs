using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Rehearses trouble in the lab: time that passes, requests that fail, rights that are missing.</summary>
/// <remarks>
/// <para>Moves the lab's clock, slows its answers down, lets the next requests fail as Azure does, or takes rights and tenants away
/// from the caller. What a test in the real Azure would cost or endanger is one line here.</para>
/// </remarks>
/// <notes>
/// <para>Faults and missing rights stay until they are taken back or the lab ends. The clock only moves forward.</para>
/// </notes>
/// <example>
/// <para>What will have ended in six weeks?</para>
/// <code estate="Migration">
/// Set-PeeringLab -AdvanceClock 42d
/// Get-PeeringPair -Expired
/// </code>
/// </example>
/// <example>
/// <para>Azure throttles the next two requests</para>
/// <code>
/// Set-PeeringLab -FaultStatus 429 -FaultCode TooManyRequests -FaultCount 2 -FaultRetryAfter 0:0:0
/// New-PeeringPair $spoke $hub
/// </code>
/// <para>The command waits as asked and goes on.</para>
/// </example>
/// <example>
/// <para>The caller may not write tags</para>
/// <code>
/// Set-PeeringLab -DenyAction Microsoft.Resources/tags/write
/// New-PeeringPair $spoke $hub
/// Set-PeeringLab -AllowAll
/// </code>
/// <para>A pair without a record needs no tag. With -Lifetime the error would be MissingPermission, before the first write.</para>
/// </example>
/// <seealso cref="StartPeeringLabCommand"/>
/// <seealso cref="GetPeeringLabCommand"/>
/// <seealso cref="InvokePeeringLabRequestCommand"/>
/// <seealso href="about_PeeringTools_Lab"/>
[Cmdlet(VerbsCommon.Set, "PeeringLab", SupportsShouldProcess = true, DefaultParameterSetName = StateSet)]
[OutputType(typeof(PeeringLab))]
public sealed class SetPeeringLabCommand : LabCommand
{
    private const string StateSet = "State";
    private const string FaultSet = "Fault";

    /// <summary>Moves the lab's clock forward: a TimeSpan, or text like 30d or 12h.</summary>
    [Parameter(ParameterSetName = StateSet)]
    [Span]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? AdvanceClock { get; set; }

    /// <summary>Time between every request and its answer.</summary>
    [Parameter(ParameterSetName = StateSet)]
    [Span(AllowZero = true)]
    public TimeSpan? Latency { get; set; }

    /// <summary>The tenants the caller is in, instead of all of the estate's.</summary>
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Tenant { get; set; }

    /// <summary>Actions the caller may no longer do, for example Microsoft.Resources/tags/write; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    public string[]? DenyAction { get; set; }

    /// <summary>The virtual network at which the actions are denied; without it, everywhere.</summary>
    [Parameter(ParameterSetName = StateSet)]
    [VirtualNetworkId]
    public string? DenyScope { get; set; }

    /// <summary>Gives the caller all rights back.</summary>
    [Parameter(ParameterSetName = StateSet)]
    public SwitchParameter AllowAll { get; set; }

    /// <summary>Takes all faults away.</summary>
    [Parameter(ParameterSetName = StateSet)]
    public SwitchParameter ClearFault { get; set; }

    /// <summary>HTTP status the next matching requests get instead of their answer, for example 429.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FaultSet)]
    [ValidateRange(400, 599)]
    public int FaultStatus { get; set; }

    /// <summary>ARM's error code in that answer, for example TooManyRequests.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FaultSet)]
    [ValidateNotNullOrEmpty]
    public string? FaultCode { get; set; }

    /// <summary>The method that fails; * for any.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateSet("*", "GET", "PUT", "PATCH", "POST", "DELETE")]
    public string FaultMethod { get; set; } = "*";

    /// <summary>Wildcard over the path of the requests that fail.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    public string FaultPath { get; set; } = "*";

    /// <summary>How many requests fail before the lab answers normally again.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(1, int.MaxValue)]
    public int FaultCount { get; set; } = 1;

    /// <summary>How long the failing answers ask to wait.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [Span(AllowZero = true)]
    public TimeSpan? FaultRetryAfter { get; set; }

    /// <summary>Returns the lab.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    internal override void Process(ILabSession lab)
    {
        if (DenyScope is not null && DenyAction is null)
        {
            this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.InvalidInput), DenyScope, Messages.DenyScopeAlone)));
            return;
        }

        if (!this.ShouldProcess(lab.Connection.ToString(), "Change how the lab behaves")) return;
        if (ParameterSetName == FaultSet)
            lab.AddFault(new LabFaultRequest(FaultMethod, FaultPath, FaultCount, FaultStatus, FaultCode!, FaultRetryAfter));
        else
            this.ChangeState(lab);
        if (PassThru) this.WriteObject(LabView.Of(lab));
    }

    private void ChangeState(ILabSession lab)
    {
        if (AdvanceClock is { } span) lab.AdvanceClock(span);
        if (Latency is { } latency) lab.Latency = latency;
        if (Tenant is not null) lab.CallerTenants = Tenant;
        if (AllowAll) lab.AllowAll();
        if (DenyAction is not null) lab.Deny(DenyScope is null ? null : ResourceId.Parse(DenyScope), DenyAction);
        if (ClearFault) lab.ClearFaults();
    }
}
