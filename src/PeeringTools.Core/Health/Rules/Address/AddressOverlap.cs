using PeeringTools.Changes;

namespace PeeringTools.Health;

internal sealed class AddressOverlap() : HealthRule("Address.Overlap", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        PrefixSet local = new(SpaceOf(pair.Local, pair.Remote));
        string[] shared = [.. SpaceOf(pair.Remote, pair.Local).SelectMany(prefix => local.Overlapping(prefix).Select(own => $"{own} - {prefix}"))];
        if (shared.Length == 0) yield break;
        yield return new FoundOutcome(PeeringDirection.Both)
        {
            Arguments = [pair.Local.Name, pair.Remote.Name, string.Join(", ", shared)],
            Evidence = [.. pair.Sides.Select(side => Evidence.Line($"{side.Name} addressSpace", string.Join(", ", side.Space)))],
            Remediation = Remedy.Show("network vnet", pair.Local.Side.VirtualNetworkId, pair.Remote.Side.VirtualNetworkId),
        };
    }

    /// <summary>Of a network that cannot be read, the other side still knows the prefixes.</summary>
    private static IReadOnlyList<string> SpaceOf(CaseSide side, CaseSide other) =>
        side.Space.Count > 0 ? side.Space : other.Side.RemoteVirtualNetworkAddressSpace;
}
