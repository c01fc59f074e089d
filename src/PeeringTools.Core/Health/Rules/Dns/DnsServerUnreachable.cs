using PeeringTools.Routing;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

internal sealed class DnsServerUnreachable() : HealthRule("Dns.ServerUnreachable", PeeringSeverity.Error)
{
    private const int Port = 53;
    private static readonly string[] AskNothing = [Subnet.Gateway, Subnet.Firewall, Subnet.FirewallManagement, Subnet.RouteServer];

    /// <summary>The model says itself where something it would need was not read.</summary>
    public override SurroundingKinds Uses => SurroundingKinds.Routing;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides.Where(side => side.Network is not null))
        {
            AddressPrefix[] peer = Detours.InForce(side);
            foreach (string server in side.Network!.DnsServers.Where(server => Prefixes.Contain(peer, Prefixes.Read([server]).FirstOrDefault())))
            {
                PeeringPath[] ways = [.. AskingSubnets(side.Network).Select(subnet => pair.Estate.Paths.Trace(subnet.Id, server, "Udp", Port))];
                PeeringPath[] blocked = [.. ways.Where(way => way.Verdict == PeeringPathVerdict.Blocked)];
                if (blocked.Length > 0) yield return Found(side, pair.Other(side), server, blocked);
                else if (Array.Find(ways, way => way.Verdict == PeeringPathVerdict.Unknown) is PeeringPath open)
                    yield return new SkippedOutcome(PeeringSkipReason.NotRead, open.Reason);
            }
        }
    }

    /// <summary>Subnets with the same table and the same group go the same way: one of them speaks for all.</summary>
    private static IEnumerable<Subnet> AskingSubnets(VirtualNetwork network) => network.Subnets
        .Where(subnet => subnet.AddressPrefixes.Count > 0 && !AskNothing.Contains(subnet.Name, StringComparer.OrdinalIgnoreCase))
        .GroupBy(subnet => (subnet.RouteTableId?.ToUpperInvariant(), subnet.NetworkSecurityGroupId?.ToUpperInvariant()))
        .Select(alike => alike.First());

    private static FoundOutcome Found(CaseSide side, CaseSide other, string server, PeeringPath[] blocked) => new(side.Direction)
    {
        Arguments = [side.Name, server, other.Name, blocked[0].Reason],
        Evidence = [Evidence.Line("server", server), .. Evidence.List("stopped", [.. blocked.Select(way => $"{way.From}: {way.Reason}")])],
        Remediation = Remedy.TracePath(blocked[0].From, server, Port),
    };
}
