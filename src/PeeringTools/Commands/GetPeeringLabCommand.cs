using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Shows the running lab: its clock, its caller, and every request it has answered.</summary>
/// <remarks>
/// <para>The ledger in Requests says what a command really asked for: method, path, status and the lab's time of each request. Bodies
/// and tokens are not kept.</para>
/// </remarks>
/// <notes>
/// <para>Where no lab runs in this session the error is NoLab.</para>
/// </notes>
/// <example>
/// <para>The state of the lab</para>
/// <code>Get-PeeringLab</code>
/// </example>
/// <example>
/// <para>What does this command write?</para>
/// <code>
/// New-PeeringPair $spoke $hub
/// (Get-PeeringLab).Requests | Where-Object Method -eq PUT
/// </code>
/// <para>The two peerings, each with its path.</para>
/// </example>
/// <seealso cref="StartPeeringLabCommand"/>
/// <seealso cref="SetPeeringLabCommand"/>
/// <seealso href="about_PeeringTools_Lab"/>
[Cmdlet(VerbsCommon.Get, "PeeringLab")]
[OutputType(typeof(PeeringLab))]
public sealed class GetPeeringLabCommand : LabCommand
{
    /// <inheritdoc/>
    internal override void Process(ILabSession lab) => this.WriteObject(LabView.Of(lab));
}
