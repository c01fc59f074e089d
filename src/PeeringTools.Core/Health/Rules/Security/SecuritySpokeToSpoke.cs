using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <remarks>A hub is a network that shares something: a gateway or Route Server, a firewall, or gateway transit. A spoke is none.</remarks>
internal sealed class SecuritySpokeToSpoke() : HealthRule("Security.SpokeToSpoke", PeeringSeverity.Warning)
{
    public override SurroundingKinds Uses => SurroundingKinds.Firewalls;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        if (pair.Local.Network is not VirtualNetwork local || pair.Remote.Network is not VirtualNetwork remote) yield break;
        if (IsHub(pair.Estate, local) || IsHub(pair.Estate, remote)) yield break;
        string[] hubs = [.. PeersOf(local).Intersect(PeersOf(remote), StringComparer.OrdinalIgnoreCase)
            .Where(id => pair.Estate.NetworkOf(id) is VirtualNetwork third && IsHub(pair.Estate, third))];
        if (hubs.Length == 0) yield break;
        yield return new FoundOutcome(PeeringDirection.Both)
        {
            Arguments = [pair.Local.Name, pair.Remote.Name, string.Join(", ", hubs.Select(id => id.Substring(id.LastIndexOf('/') + 1)))],
            Evidence = [.. hubs.Select(id => Evidence.Line("hub", id))],
            Remediation = Remedy.Look(pair.Local),
        };
    }

    private static IEnumerable<string> PeersOf(VirtualNetwork network) => network.Peerings.Select(side => side.RemoteVirtualNetworkId);

    private static bool IsHub(EstateIndex estate, VirtualNetwork network) =>
        network.GatewayIds.Count > 0 || network.Peerings.Any(side => side.AllowGatewayTransit) || estate.Resources.HasFirewall(network);
}
