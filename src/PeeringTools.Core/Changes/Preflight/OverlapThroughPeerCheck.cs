namespace PeeringTools.Changes;

/// <summary>
/// A network cannot be peered with two that overlap each other, also when the second is only planned by an earlier row.
/// The third networks need no read of their own: each peering shows its peer's prefixes.
/// </summary>
/// <remarks>Azure: VnetAddressSpaceOverlapsWithAlreadyPeeredVnet. A leftover that is Disconnected still counts.</remarks>
internal sealed class OverlapThroughPeerCheck : IPreflightCheck
{
    public IEnumerable<PeeringError> Find(PreflightContext context)
    {
        if (!context.Created.Any()) yield break;
        foreach (Half half in PreflightContext.Halves)
        {
            if (context.Facts[half].Network is not VirtualNetwork newcomer) continue;
            NetworkView host = context.Facts[half.Other()];
            PrefixSet space = new(newcomer.AddressPrefixes);
            foreach ((string name, string prefix) in PeersOf(host, context.Estate, newcomer.Id))
            {
                foreach (AddressPrefix own in space.Overlapping(prefix))
                    yield return PeeringError.Of(
                        nameof(Errors.AddressSpaceOverlapThroughPeer), newcomer.Id.Text, own, newcomer.Id.Name, prefix, name, host.Name);
            }
        }
    }

    private static IEnumerable<(string Name, string Prefix)> PeersOf(NetworkView host, RunEstate estate, ResourceId except)
    {
        foreach (PeeringSide side in host.Network?.Peerings ?? [])
        {
            if (string.Equals(side.RemoteVirtualNetworkId, except.Text, StringComparison.OrdinalIgnoreCase)) continue;
            string name = side.RemoteVirtualNetworkId.Substring(side.RemoteVirtualNetworkId.LastIndexOf('/') + 1);
            foreach (string prefix in side.RemoteAddressSpace.Union(side.RemoteVirtualNetworkAddressSpace)) yield return (name, prefix);
        }

        foreach (PlannedPeer peer in estate.PeersOf(host.Id).Where(peer => !peer.NetworkId.Equals(except)))
        {
            foreach (string prefix in peer.Prefixes) yield return (peer.NetworkId.Name, prefix);
        }
    }
}
