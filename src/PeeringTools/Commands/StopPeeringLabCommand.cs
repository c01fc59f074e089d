using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>
/// Ends the lab and forgets everything in it. Commands then say NotConnected; they never fall through to a real Azure.
/// </summary>
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
