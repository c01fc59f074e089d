using System.Management.Automation;
using PeeringTools.Access;
using PeeringTools.Binding;
using PeeringTools.Completion;
using PeeringTools.Estates;
using PeeringTools.Pipeline;
using PeeringTools.Routing;

namespace PeeringTools.Commands;

/// <summary>Says whether traffic gets from one place to another and back, hop by hop, and what stops it first.</summary>
/// <remarks>
/// <para>Reads networks, route tables, security groups, interfaces, load balancers, firewalls and gateways, and computes what Azure would do with
/// the first packet and its answer: which route is chosen and why, which flags and rules let it pass, which appliance sends it on. A state of
/// Connected proves none of that. Nothing is written, and it works as well where the pair is gone: as proof of removal.</para>
/// <para>The verdict is Reachable, Blocked, or Unknown where something that decides was not read: routes a gateway may learn, a security group,
/// who owns a next hop. A firewall's own rules and what a machine itself refuses are not seen; addresses are taken to stay as they are on the way.</para>
/// <para>With -Live Azure's effective routes and Network Watcher's next hop are asked at the machine the path starts from; it must run. With -Probe
/// its agent tries the connection.</para>
/// </remarks>
/// <notes>
/// <para>The role PeeringTools Reader in samples/roles has every right it needs, those of -Live included. -Probe needs
/// Microsoft.Network/networkWatchers/connectivityCheck/action besides.</para>
/// </notes>
/// <example>
/// <para>Does a spoke reach the shared services?</para>
/// <code>Test-PeeringPath -From 10.1.0.4 -To 10.0.2.4 -Protocol Tcp -Port 443 | Format-List</code>
/// <para>Verdict, the reason where it is not Reachable, and every hop with the route taken there. A network's id does as well.</para>
/// </example>
/// <example>
/// <para>A gate: no spoke reaches another</para>
/// <code>
/// Test-PeeringPath -From 10.1.0.4 -To 10.2.0.4, 10.3.0.4 -Port 443 -ExpectVerdict Blocked |
///     Where-Object Pass -ne $true
/// </code>
/// <para>Nothing where the expectation holds.</para>
/// </example>
/// <example>
/// <para>Through the firewall, as Azure sees it</para>
/// <code>Test-PeeringPath -From 10.1.0.4 -To 10.2.0.4 -ExpectNextHop 10.0.1.4 -Live</code>
/// <para>Live holds Azure's own answers, and LiveAgrees whether they are as predicted.</para>
/// </example>
/// <seealso cref="GetPeeringRouteCommand"/>
/// <seealso cref="MeasurePeeringImpactCommand"/>
/// <seealso cref="TestPeeringHealthCommand"/>
/// <seealso href="docs/routing.md"/>
[Cmdlet(VerbsDiagnostic.Test, "PeeringPath")]
[OutputType(typeof(PeeringPath))]
public sealed class TestPeeringPathCommand : RoutingCommand
{
    /// <summary>Where it starts: the id of a network, subnet or network interface, an object with one, or an address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Source")]
    [PathEnd]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    [ValidateNotNullOrEmpty]
    public string From { get; set; } = "";

    /// <summary>Where it goes, in the same forms; several are tested one after the other on one reading.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Destination")]
    [PathEnd]
    [ArgumentCompleter(typeof(VirtualNetworkCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] To { get; set; } = [];

    /// <summary>The protocol; * for whatever it may be.</summary>
    [Parameter]
    [ValidateSet("Tcp", "Udp", "Icmp", "*")]
    public string Protocol { get; set; } = "*";

    /// <summary>The destination's port. Without one, rules that name ports leave the verdict Unknown.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>The verdict that is wanted; Pass says whether it came, and Unmet what did not.</summary>
    [Parameter]
    public PeeringPathVerdict? ExpectVerdict { get; set; }

    /// <summary>The next hop that is wanted on the way there: an appliance's address, or a next hop type such as VNetPeering.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExpectNextHop { get; set; }

    /// <summary>Asks Azure for the effective routes and Network Watcher's next hop at the machine it starts from.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>Lets that machine's Network Watcher agent try a TCP connection to -Port.</summary>
    [Parameter]
    public SwitchParameter Probe { get; set; }

    /// <summary>Where to look for addresses. Without it: the connection's default subscriptions, else all it sees.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SubscriptionId { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Probe && Port is null)
            this.ThrowTerminatingError(ErrorRecords.From(PeeringError.Of(nameof(Errors.InvalidInput), null, Messages.ProbeNeedsPort)));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Run(async worker =>
    {
        NetworkAccess access = new(Connections, worker);
        EstateReading reading = await new RoutingReader(access).ReadAsync([From, .. To], SubscriptionId, Kinds, worker.Stopping).ConfigureAwait(false);
        RoutingModel model = new(reading.Estate);
        foreach (string to in To)
        {
            try
            {
                PeeringPath path = new PathTracer(model).Trace(From, to, Protocol, Port);
                path.Source = SourceOf(access);
                path.AsOf = NowOf(access);
                if (Live || Probe) await new LiveProof(access, model).AddAsync(path, Probe, worker.Stopping).ConfigureAwait(false);
                PathExpectation.Judge(path, ExpectVerdict, ExpectNextHop);
                await worker.WriteAsync(path).ConfigureAwait(false);
            }
            catch (PeeringException unknown)
            {
                worker.Error(unknown.Error);
            }
        }
    });
}
