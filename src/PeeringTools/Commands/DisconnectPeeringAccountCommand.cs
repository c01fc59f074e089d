using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>
/// Forgets the session's connection. Nothing is implicit afterwards: commands say NotConnected until the next Connect.
/// Azure itself is not told, because a token cannot be called back.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "PeeringAccount", SupportsShouldProcess = true)]
public sealed class DisconnectPeeringAccountCommand : PeeringCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConnectionStore.Current.Connection is not { } connection)
            this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.NotConnected), null)));
        else if (this.ShouldProcess(connection.ToString(), "Forget the connection of this session"))
            ConnectionStore.Forget();
    }
}
