using System.Management.Automation;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Shows who is signed in, where, and with which defaults. It never shows a token.</summary>
[Cmdlet(VerbsCommon.Get, "PeeringAccount")]
[OutputType(typeof(PeeringConnection))]
public sealed class GetPeeringAccountCommand : PeeringCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConnectionStore.Current.Connection is { } connection)
            this.WriteObject(connection);
        else
            this.WriteError(ErrorRecords.From(PeeringError.Of(nameof(Errors.NotConnected), null)));
    }
}
