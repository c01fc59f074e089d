using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>
/// The sync level is not stored: it follows from what is in force on both halves and what the networks have now.
/// </summary>
internal static class SyncLevel
{
    public static string Of(Peering peering, Estate estate)
    {
        if (peering.State != PeeringState.Connected)
        {
            return peering.LoadedSyncLevel is string loaded && estate.Network(peering.RemoteId) is null ? loaded : "RemoteNotInSync";
        }

        VirtualNetwork? remote = estate.Network(peering.RemoteId);
        if (remote is null)
        {
            return peering.LoadedSyncLevel ?? "FullyInSync";
        }

        // A side that does not yet honour the other's prefixes is out of sync itself, and is 'remote' to the other.
        bool local = !peering.InForce.SameAs(remote.AddressSpace);
        bool other = remote.PeeringTo(peering.Parent.Id) is Peering counterpart && !counterpart.InForce.SameAs(peering.Parent.AddressSpace);
        return (local, other) switch
        {
            (true, true) => "LocalAndRemoteNotInSync",
            (true, false) => "LocalNotInSync",
            (false, true) => "RemoteNotInSync",
            _ => "FullyInSync",
        };
    }
}
