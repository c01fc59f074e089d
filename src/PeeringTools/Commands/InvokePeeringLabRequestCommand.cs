using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>Sends a raw Azure Resource Manager request to the lab, as its caller.</summary>
/// <remarks>
/// <para>For what the module has no command for, because it is done behind its back: resize a network, lock a group, delete one side.
/// Nothing is real, and nothing leaves the process.</para>
/// </remarks>
/// <notes>
/// <para>A refusal of the lab is an answer too: look at its Status. It is no error of the command.</para>
/// </notes>
/// <example>
/// <para>Read a network as Azure would show it</para>
/// <code>Invoke-PeeringLabRequest "${hub}?api-version=2024-05-01"</code>
/// <para>Status, headers and body of the answer.</para>
/// </example>
/// <example>
/// <para>Delete one side, as somebody in the portal might</para>
/// <code>
/// $peering = (Get-PeeringPair $hub)[0].Remote.Id
/// Invoke-PeeringLabRequest "${peering}?api-version=2024-05-01" DELETE
/// Get-PeeringPair $hub -Orphaned
/// </code>
/// <para>The other side says Disconnected.</para>
/// </example>
/// <example>
/// <para>Lock a network</para>
/// <code>
/// $lock = "$hub/providers/Microsoft.Authorization/locks/freeze?api-version=2020-05-01"
/// Invoke-PeeringLabRequest $lock PUT '{ "properties": { "level": "ReadOnly" } }'
/// </code>
/// <para>Commands that would write to it say ReadOnlyLock now.</para>
/// </example>
/// <seealso cref="StartPeeringLabCommand"/>
/// <seealso cref="SetPeeringLabCommand"/>
/// <seealso href="about_PeeringTools_Lab"/>
/// <seealso href="docs/lab.md"/>
[Cmdlet(VerbsLifecycle.Invoke, "PeeringLabRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PeeringLabResponse))]
public sealed class InvokePeeringLabRequestCommand : LabCommand
{
    /// <summary>The method of the request.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "PUT", "PATCH", "POST", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>Path and query, with the api-version: /subscriptions/.../virtualNetworks/hub?api-version=2024-05-01.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidatePattern("^/")]
    public string? Path { get; set; }

    /// <summary>The JSON body.</summary>
    [Parameter(Position = 2)]
    public string? Body { get; set; }

    /// <inheritdoc/>
    internal override void Process(ILabSession lab)
    {
        if (!string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase) && !this.ShouldProcess(Path!, Method)) return;
        this.Run(async worker =>
            await worker.WriteAsync(await lab.SendAsync(Method, Path!, Body, worker.Stopping).ConfigureAwait(false)).ConfigureAwait(false));
    }
}
