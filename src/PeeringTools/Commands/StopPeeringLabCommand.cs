using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Ends the lab and forgets everything in it.</summary>
/// <remarks>
/// <para>Commands then say NotConnected; they never fall through to a real Azure.</para>
/// </remarks>
/// <notes>
/// <para>A connection to the lab that was kept in a variable ends with it. Where no lab runs the error is NoLab.</para>
/// </notes>
/// <example>
/// <para>Done with rehearsing</para>
/// <code>Stop-PeeringLab</code>
/// </example>
/// <example>
/// <para>A script that leaves nothing behind</para>
/// <code>
/// Start-PeeringLab -Estate Migration
/// try { Get-PeeringPair -Expired }
/// finally { Stop-PeeringLab }
/// </code>
/// </example>
/// <seealso cref="StartPeeringLabCommand"/>
/// <seealso cref="ConnectPeeringAccountCommand"/>
/// <seealso href="about_PeeringTools_Lab"/>
[Cmdlet(VerbsLifecycle.Stop, "PeeringLab", SupportsShouldProcess = true)]
public sealed class StopPeeringLabCommand : LabCommand
{
    /// <inheritdoc/>
    internal override void Process(ILabSession lab)
    {
        if (!this.ShouldProcess(lab.Connection.ToString(), "End the lab and forget its estate")) return;
        ConnectionStore.Forget();
        lab.Dispose();
    }
}
