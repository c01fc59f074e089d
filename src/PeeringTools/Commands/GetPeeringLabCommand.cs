using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Shows the running lab: its clock, its caller, and the ledger of every request it has answered.</summary>
[Cmdlet(VerbsCommon.Get, "PeeringLab")]
[OutputType(typeof(PeeringLab))]
public sealed class GetPeeringLabCommand : LabCommand
{
    /// <inheritdoc/>
    internal override void Process(ILabSession lab) => this.WriteObject(LabView.Of(lab));
}
