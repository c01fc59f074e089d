using System.Management.Automation;
using PeeringTools.Pipeline;
using PeeringTools.Ports;

namespace PeeringTools.Commands;

/// <summary>
/// Sends a raw ARM request to the lab, as its caller: resize a network, lock a group, delete one side behind the module's back.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "PeeringLabRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PeeringLabResponse))]
public sealed class InvokePeeringLabRequestCommand : LabCommand
{
    /// <summary>The HTTP method.</summary>
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
