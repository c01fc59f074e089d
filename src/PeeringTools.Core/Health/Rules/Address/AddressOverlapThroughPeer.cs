namespace PeeringTools.Health;

internal sealed class AddressOverlapThroughPeer() : HealthRule("Address.OverlapThroughPeer", PeeringSeverity.Error)
{
    public override IEnumerable<RuleOutcome> Check(PairCase pair)
    {
        foreach (CaseSide host in pair.Sides.Where(side => side.Network is not null))
        {
            CaseSide guest = pair.Other(host);
            IReadOnlyList<PeerOverlap> overlaps = pair.Estate.OverlapsAt(host.Network!).Of(guest.Side.VirtualNetworkId);
            foreach (IGrouping<string, PeerOverlap> third in overlaps.GroupBy(overlap => overlap.ThirdId, StringComparer.OrdinalIgnoreCase))
            {
                string[] shared = [.. third.Select(overlap => $"{overlap.Own} - {overlap.Third}").Distinct()];
                yield return new FoundOutcome(guest.Direction)
                {
                    Arguments = [guest.Name, third.Key.Substring(third.Key.LastIndexOf('/') + 1), host.Name, string.Join(", ", shared)],
                    Evidence = [Evidence.Line("third network", third.Key), .. Evidence.List("overlap", shared)],
                    Remediation = Remedy.Show("network vnet", guest.Side.VirtualNetworkId, third.Key),
                };
            }
        }
    }
}
