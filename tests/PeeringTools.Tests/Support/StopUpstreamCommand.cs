using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace PeeringTools.Tests.Support;

/// <summary>Lets one object through and then has enough, as Select-Object -First 1 does, which the engine package lacks.</summary>
[Cmdlet(VerbsCommon.Select, "Start")]
public sealed class StopUpstreamCommand : PSCmdlet
{
    internal static readonly SessionStateCmdletEntry Entry = new("Select-Start", typeof(StopUpstreamCommand), null);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        Type enough = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(enough, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [this], null)!;
    }
}
