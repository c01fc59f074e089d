namespace PeeringTools.Addresses;

/// <summary>Finds the couples of networks that Azure would refuse to peer, because a prefix of one lies in a prefix of the other.</summary>
internal static class OverlapSearch
{
    /// <summary>Every overlap, each couple of prefixes once, in the order of the prefixes.</summary>
    /// <param name="networks">The networks with their prefixes.</param>
    public static IEnumerable<PeeringAddressOverlap> Find(IEnumerable<VirtualNetwork> networks)
    {
        (AddressPrefix Prefix, VirtualNetwork Network)[] all =
        [
            .. networks.SelectMany(network => network.AddressPrefixes.Select(text => (IsOne: AddressPrefix.TryParse(text, out AddressPrefix prefix), Prefix: prefix, Network: network)))
                .Where(entry => entry.IsOne).Select(entry => (entry.Prefix, entry.Network))
                .OrderBy(entry => entry.Prefix).ThenBy(entry => entry.Network.Id.Text, StringComparer.OrdinalIgnoreCase),
        ];
        // In order, all that holds a prefix stands before it, and what holds it is still open.
        List<(AddressPrefix Prefix, VirtualNetwork Network)> open = [];
        foreach ((AddressPrefix prefix, VirtualNetwork network) in all)
        {
            while (open.Count > 0 && !open[open.Count - 1].Prefix.Contains(prefix)) open.RemoveAt(open.Count - 1);
            foreach ((AddressPrefix outer, VirtualNetwork other) in open)
                if (!other.Id.Equals(network.Id)) yield return Overlap(outer, other, prefix, network);
            open.Add((prefix, network));
        }
    }

    private static PeeringAddressOverlap Overlap(AddressPrefix outer, VirtualNetwork other, AddressPrefix inner, VirtualNetwork network) => new()
    {
        AddressPrefix = outer.ToString(),
        VirtualNetworkId = other.Id.Text,
        VirtualNetworkName = other.Id.Name,
        OtherAddressPrefix = inner.ToString(),
        OtherVirtualNetworkId = network.Id.Text,
        OtherVirtualNetworkName = network.Id.Name,
    };
}
