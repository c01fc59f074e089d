using System.Management.Automation;
using PeeringTools.Tests.Engine;

namespace PeeringTools.Tests.Support;

/// <summary>A test with a session of its own and, once started, a lab of its own.</summary>
[Collection(nameof(ProcessConnection))]
public abstract class LabTest : IDisposable
{
    private protected EngineSession Session { get; } = EngineSession.WithModule(StopUpstreamCommand.Entry);

    public void Dispose()
    {
        // Whatever the test did, the next one begins without a connection of the process.
        Session.Run("Disconnect-PeeringAccount -ErrorAction Ignore");
        Session.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Start(string estate) => Session.Run("Start-PeeringLab -Estate $args[0]", estate).Clean();

    private protected void Start(EstateFile estate) => Session.Run("Start-PeeringLab -Path $args[0]", estate.Path).Clean();

    /// <summary>Every request the lab has answered or is answering, "GET /subscriptions?..." each.</summary>
    private protected IReadOnlyList<string> Requests() => Requests(Session);

    private protected static IReadOnlyList<string> Requests(EngineSession session) =>
        [.. session.Run("foreach ($request in (Get-PeeringLab).Requests) { \"$($request.Method) $($request.Path)\" }").Clean().Select(line => line.ToString())];

    private protected IReadOnlyList<PSObject> Pairs(string script, params object?[] arguments) => Session.Run(script, arguments).Clean();

    /// <summary>The id of the lab's network of this name.</summary>
    private protected string IdOf(string network) => Session.Run(
        """
        foreach ($pair in Get-PeeringPair) {
            foreach ($side in $pair.Local, $pair.Remote) { if ($side.VirtualNetworkName -eq $args[0]) { return $side.VirtualNetworkId } }
        }
        """, network).Single().ToString();
}
