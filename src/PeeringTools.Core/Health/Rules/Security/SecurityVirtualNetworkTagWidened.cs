using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <remarks>The tag VirtualNetwork holds the peers' prefixes for as long as the side allows access.</remarks>
internal sealed class SecurityVirtualNetworkTagWidened()
    : HealthRule("Security.VirtualNetworkTagWidened", PeeringSeverity.Information, SurroundingKinds.NetworkSecurityGroups)
{
    public override SurroundingKinds Uses => SurroundingKinds.NetworkInterfaces;

    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide side in pair.Sides.Where(side => pair.IsConnected && side.IsOpen && side.Network is not null))
        {
            BoundRule[] widened = [.. pair.Estate.SecurityRules.OnVirtualNetworkTag(side.Network!)];
            if (widened.Length == 0) continue;
            yield return new FoundOutcome(side.Direction)
            {
                Arguments = [side.Name, widened.Length, pair.Other(side).Name, string.Join(", ", side.Side.RemoteAddressSpace)],
                Evidence = [.. Evidence.List("peered prefix", side.Side.RemoteAddressSpace), .. Evidence.List("rule", [.. widened.Select(rule => rule.ToString())])],
                Remediation = Remedy.Show("network nsg rule", [.. widened.Select(rule => rule.Id).Take(5)]),
            };
        }
    }
}
