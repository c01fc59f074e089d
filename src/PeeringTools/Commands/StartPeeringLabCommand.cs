using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>
/// Starts an Azure stand-in inside this process and connects to it like to an account: no socket, no credentials, nothing real.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "PeeringLab", DefaultParameterSetName = EstateSet)]
[OutputType(typeof(PeeringConnection))]
public sealed class StartPeeringLabCommand : PeeringCommand
{
    private const string EstateSet = "Estate";
    private const string PathSet = "Path";

    /// <summary>The estate to start with: HubSpoke, Migration, Analytics, Broken, Empty or Large.</summary>
    [Parameter(Position = 0, ParameterSetName = EstateSet)]
    [ValidateSet("HubSpoke", "Migration", "Analytics", "Broken", "Empty", "Large")]
    public string Estate { get; set; } = "HubSpoke";

    /// <summary>How many networks the Large estate has.</summary>
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
