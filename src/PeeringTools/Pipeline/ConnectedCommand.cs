using System.Management.Automation;
using PeeringTools.Binding;
using PeeringTools.Connections;

namespace PeeringTools.Pipeline;

/// <summary>The second rung: a cmdlet that talks to Azure or the lab.</summary>
public abstract class ConnectedCommand : PeeringCommand
{
    /// <summary>
    /// The connections to use instead of the session's own: one, or one per tenant or side. Each request goes through the one
    /// that sees its subscription. Takes an Az context too.
    /// </summary>
    [Parameter]
    [Alias("DefaultProfile")]
    [Connection]
    [ValidateNotNullOrEmpty]
    public PeeringConnection[]? Connection { get; set; }

    /// <summary>The connections of this call, decided once before the first record.</summary>
    internal IReadOnlyList<PeeringConnection> Connections { get; private set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            Connections = Connection ?? [SessionConnection.Resolve(this)];
        }
        catch (PeeringException exception)
        {
            this.ThrowTerminatingError(ErrorRecords.From(exception));
        }
    }
}
