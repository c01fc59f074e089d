using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>How the two halves of a peering move: Initiated, Connected, Disconnected, and what is in force.</summary>
internal static class PeeringMachine
{
    /// <summary>Carries out a PUT that the rules let through; both halves show the new state at once.</summary>
    public static void Put(Peering peering, VirtualNetwork remote, PeeringFlags flags, bool sync, bool created)
    {
        peering.Flags = flags;
        peering.LoadedSyncLevel = null;
        if (created)
        {
            peering.Parent.Peerings.Add(peering);
        }

        Peering? counterpart = remote.PeeringTo(peering.Parent.Id);
        if (peering.State == PeeringState.Connected && !created)
        {
            // A plain PUT leaves the prefixes in force as they were; only the asked-for sync takes the new ones.
            if (sync)
            {
                peering.InForce = remote.AddressSpace;
            }

            return;
        }

        peering.InForce = remote.AddressSpace;
        peering.ResourceGuid = IdSource.OfPair(peering.Parent.ResourceGuid, remote.ResourceGuid);
        peering.State = PeeringState.Initiated;
        if (counterpart?.State == PeeringState.Initiated)
        {
            counterpart.InForce = peering.Parent.AddressSpace;
            counterpart.ResourceGuid = peering.ResourceGuid;
            counterpart.LoadedSyncLevel = null;
            peering.State = counterpart.State = PeeringState.Connected;
        }
    }

    /// <summary>Takes a half away; the other one stays behind, Disconnected, with everything it had.</summary>
    public static void Remove(Estate estate, Peering peering)
    {
        peering.Parent.Peerings.Remove(peering);
        if (estate.Counterpart(peering) is Peering left)
        {
            left.State = PeeringState.Disconnected;
        }
    }

    /// <summary>Takes a network away; every network that was peered with it keeps a Disconnected half.</summary>
    public static void Remove(Estate estate, VirtualNetwork network)
    {
        foreach (Peering left in estate.PointingAt(network.Id).ToArray())
        {
            left.State = PeeringState.Disconnected;
            left.LoadedRemoteSpace = network.AddressSpace;
            left.Parent.Touch(estate.Ids);
        }

        network.Group.Networks.Remove(network.Name);
        network.Group.Subscription.NetworksChanged();
    }
}
