using System.Management.Automation;

namespace PeeringTools.Commands;

/// <summary>Forgets the session's connection. Azure itself is not told: a token cannot be called back.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "PeeringAccount", SupportsShouldProcess = true)]
public sealed class DisconnectPeeringAccountCommand : PSCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess("PeeringTools", "Forget the connection of this session"))
            return;

        var error = new ErrorRecord(
            new InvalidOperationException("There is no connection to disconnect."),
            "NotConnected",
            ErrorCategory.ConnectionError,
            targetObject: null)
        {
            ErrorDetails = new ErrorDetails("There is no connection to disconnect.")
            {
                RecommendedAction = "Connect with Connect-PeeringAccount, or rehearse with Start-PeeringLab.",
            },
        };
        WriteError(error);
    }
}
