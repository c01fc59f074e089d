using System.Management.Automation;
using PeeringTools.Changes;
using PeeringTools.Connections;
using PeeringTools.Pipeline;

namespace PeeringTools.Commands;

/// <summary>Shows who is signed in, where, and with which defaults.</summary>
/// <remarks>
/// <para>Gives the session's connection, the running lab's too. It never shows a token. With -LastInterrupted it shows instead what the
/// last Ctrl+C left half-made.</para>
/// </remarks>
/// <notes>
/// <para>Where nothing is connected the error is NotConnected: nothing signs in by being looked at.</para>
/// </notes>
/// <output type="System.Management.Automation.ErrorRecord">With -LastInterrupted: what was cut off, one record per pair.</output>
/// <example>
/// <para>Who am I?</para>
/// <code>Get-PeeringAccount</code>
/// </example>
/// <example>
/// <para>What did Ctrl+C cut off?</para>
/// <code>Get-PeeringAccount -LastInterrupted | ForEach-Object { $_.ErrorDetails.RecommendedAction }</code>
/// <para>For each pair that was under way, the command that finishes or undoes it.</para>
/// </example>
/// <example>
/// <para>Give a job the connection of this session</para>
/// <code>
/// $connection = Get-PeeringAccount
/// Start-ThreadJob { Get-PeeringPair -Connection $using:connection } | Receive-Job -Wait -AutoRemoveJob
/// </code>
/// <para>A job has a runspace of its own and inherits no connection.</para>
/// </example>
/// <seealso cref="ConnectPeeringAccountCommand"/>
/// <seealso cref="DisconnectPeeringAccountCommand"/>
/// <seealso href="about_PeeringTools_CrossTenant"/>
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
