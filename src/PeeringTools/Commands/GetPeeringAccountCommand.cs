using System.Management.Automation;
using PeeringTools.Changes;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Shows who is signed in, where, and with which defaults. It never shows a token.</summary>
[Cmdlet(VerbsCommon.Get, "PeeringAccount")]
[OutputType(typeof(PeeringConnection), typeof(ErrorRecord))]
public sealed class GetPeeringAccountCommand : PeeringCommand
{
    /// <summary>
    /// Shows instead what the last Ctrl+C left unfinished: an error record per pair, with which side exists and the
    /// command that finishes or undoes it.
    /// </summary>
    [Parameter]
    public SwitchParameter LastInterrupted { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (LastInterrupted)
            this.WriteObject(InterruptionLog.Process.Last.Select(unfinished => ErrorRecords.From(unfinished)), enumerateCollection: true);
        else if (ConnectionStore.Current.Connection is { } connection)
            this.WriteObject(connection);
        else
            this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.NotConnected), null)));
    }
}
