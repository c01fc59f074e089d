using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>No two networks that one network is peered with may share addresses.</summary>
internal static class OverlapRules
{
    public static void Check(Estate estate, VirtualNetwork parent, VirtualNetwork remote, string id)
    {
        if (parent.AddressSpace.Overlaps(remote.AddressSpace))
        {
            throw NetworkErrors.SpacesOverlap(id, parent, remote);
        }

        Third(estate, parent, remote, "first", "second", id, parent, remote);
        Third(estate, remote, parent, "second", "first", id, parent, remote);
    }

    /// <summary>A network that grows must not run into those it is peered with.</summary>
    public static void CheckGrowth(Estate estate, VirtualNetwork network, AddressSpace wanted)
    {
        foreach (Peering peering in network.Peerings)
        {
            AddressSpace theirs = Space(estate, peering);
            if (wanted.Overlaps(theirs))
            {
                throw NetworkErrors.Bad("VnetAddressSpacesOverlap",
                    $"Cannot update virtual network {network.Id}: its address space overlaps with that of virtual network {peering.RemoteId} peered by {peering.Id}. Overlapping address prefixes: {string.Join(", ", wanted.OverlappingPrefixes(theirs))}");
            }
        }
    }

    /// <summary>The newcomer against everything the host is peered with; a Disconnected leftover still counts.</summary>
    private static void Third(Estate estate, VirtualNetwork newcomer, VirtualNetwork host, string whose, string with, string id, VirtualNetwork a, VirtualNetwork b)
    {
        foreach (Peering peering in host.Peerings)
        {
            if (string.Equals(peering.RemoteId, newcomer.Id, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            AddressSpace third = Space(estate, peering);
            if (newcomer.AddressSpace.Overlaps(third))
            {
                throw NetworkErrors.OverlapsPeered(id, a, b, whose, peering.RemoteId, newcomer.AddressSpace.OverlappingPrefixes(third), with);
            }
        }
    }

    private static AddressSpace Space(Estate estate, Peering peering) => estate.Network(peering.RemoteId)?.AddressSpace ?? peering.LoadedRemoteSpace ?? peering.InForce;
}
