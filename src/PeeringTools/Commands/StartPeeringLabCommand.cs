using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Starts an Azure stand-in inside this process and connects to it like to an account.</summary>
/// <remarks>
/// <para>No socket, no credentials, nothing real: every command then works on the lab's estate until Stop-PeeringLab. Objects of the
/// lab say LAB wherever they are shown, and a connection to Azure refuses them.</para>
/// <para>HubSpoke is a hub with twelve spokes, and a thirteenth that is not peered yet. Migration is an old and a new landing zone with
/// bridges that end. Analytics is a network that takes a hub for a way to its spokes. Broken has one of every trouble. Empty has no network, Large
/// as many as -Networks says.</para>
/// </remarks>
/// <notes>
/// <para>The session's earlier connection is forgotten. To use both, keep it with Get-PeeringAccount and give it as -Connection.</para>
/// </notes>
/// <example>
/// <para>A hub with spokes</para>
/// <code>
/// Start-PeeringLab
/// Get-PeeringPair
/// </code>
/// </example>
/// <example>
/// <para>One of every trouble, looked at</para>
/// <code>
/// Start-PeeringLab -Estate Broken
/// Get-PeeringPair | Where-Object Status -ne Connected
/// </code>
/// </example>
/// <example>
/// <para>A copy of your own estate to rehearse on</para>
/// <code estate="none">
/// az network vnet list -o json &gt; networks.json
/// Start-PeeringLab -Path networks.json
/// Get-PeeringPair -OutOfSync | Sync-PeeringPair -WhatIf
/// </code>
/// <para>Reads Resource Graph rows and answers of Azure Resource Manager as well.</para>
/// </example>
/// <seealso cref="StopPeeringLabCommand"/>
/// <seealso cref="SetPeeringLabCommand"/>
/// <seealso cref="GetPeeringLabCommand"/>
/// <seealso cref="InvokePeeringLabRequestCommand"/>
/// <seealso href="about_PeeringTools_Lab"/>
[Cmdlet(VerbsLifecycle.Start, "PeeringLab", DefaultParameterSetName = EstateSet)]
[OutputType(typeof(PeeringConnection))]
public sealed class StartPeeringLabCommand : PeeringCommand
{
    private const string EstateSet = "Estate";
    private const string PathSet = "Path";
    private const string LargeEstate = "Large";

    /// <summary>The estate to start with.</summary>
    [Parameter(Position = 0, ParameterSetName = EstateSet)]
    [ValidateSet("HubSpoke", "Migration", "Analytics", "Broken", "Empty", LargeEstate)]
    public string Estate { get; set; } = "HubSpoke";

    /// <summary>How many networks the Large estate has; no other estate takes a number.</summary>
    [Parameter(ParameterSetName = EstateSet)]
    [ValidateRange(1, 50_000)]
    public int Networks { get; set; } = 1000;

    /// <summary>A JSON file of ARM resources, as 'az network vnet list -o json' or Search-AzGraph give them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Lets operations take as long as Azure takes, instead of answering at once.</summary>
    [Parameter]
    public SwitchParameter RealTime { get; set; }

    /// <summary>Returns the connection, for use with -Connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (!string.Equals(Estate, LargeEstate, StringComparison.OrdinalIgnoreCase) && MyInvocation.BoundParameters.ContainsKey(nameof(Networks)))
                throw PeeringException.Of(nameof(Errors.UnsupportedParameter), Estate, Messages.NetworksOfLarge);
            ILabSession lab = Gateway.Arm.StartLab(new LabRequest
            {
                Estate = Path is null ? Estate : null,
                Path = Path is null ? null : this.GetUnresolvedProviderPathFromPSPath(Path),
                Networks = Networks,
                RealTime = RealTime,
            });
            ConnectionStore.Use(lab.Connection, lab);
            if (PassThru) this.WriteObject(lab.Connection);
        }
        catch (PeeringException exception)
        {
            this.ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }
}
