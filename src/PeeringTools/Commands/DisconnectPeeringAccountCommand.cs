using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Forgets the session's connection.</summary>
/// <remarks>
/// <para>Nothing is implicit afterwards: commands say NotConnected until the next Connect-PeeringAccount or Start-PeeringLab, and never
/// reach for another identity. Azure itself is not told, because a token cannot be called back.</para>
/// </remarks>
/// <notes>
/// <para>A connection that was kept in a variable stays good for -Connection. Where nothing is connected the error is NotConnected.</para>
/// </notes>
/// <example>
/// <para>Sign out at the end of a script</para>
/// <code>Disconnect-PeeringAccount</code>
/// </example>
/// <example>
/// <para>Make sure that nothing is connected, without an error where nothing was</para>
/// <code>Disconnect-PeeringAccount -ErrorAction Ignore</code>
/// </example>
/// <seealso cref="ConnectPeeringAccountCommand"/>
/// <seealso cref="GetPeeringAccountCommand"/>
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
