namespace PeeringTools.Health;

/// <remarks>azure-virtual-network-limits: 500 peerings per virtual network, 1,000 where a network manager keeps them.</remarks>
internal sealed class AddressNearPeeringLimit() : HealthRule("Address.NearPeeringLimit", PeeringSeverity.Warning)
{
    private const int Limit = 500;
    private const int Near = 450;

    public override IEnumerable<RuleOutcome> Check(PairCase pair) =>
        from side in pair.Sides
        where side.Network?.Peerings.Count >= Near
        select new FoundOutcome(side.Direction)
        {
            Arguments = [side.Name, side.Network!.Peerings.Count, Limit],
            Evidence = [Evidence.Line($"{side.Name} peerings", side.Network.Peerings.Count)],
            Remediation = Remedy.Look(side),
        };
}
