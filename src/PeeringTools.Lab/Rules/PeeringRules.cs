using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Rules;

/// <summary>Everything that must hold before a half is created or changed.</summary>
internal static class PeeringRules
{
    public const int MaximumPeerings = 500;

    /// <summary>Refuses, or gives the remote network.</summary>
    public static VirtualNetwork Check(Estate estate, VirtualNetwork parent, Peering? existing, string id, PeeringBody wanted)
    {
        if (existing is not null && !string.Equals(existing.RemoteId, wanted.RemoteId, StringComparison.OrdinalIgnoreCase))
        {
            throw NetworkErrors.RemoteChanged(existing, wanted.RemoteId);
        }

        VirtualNetwork remote = estate.Network(wanted.RemoteId) ?? throw NetworkErrors.RemoteNotFound(wanted.RemoteId, id);
        if (remote == parent)
        {
            throw NetworkErrors.SpacesOverlap(id, parent, parent);
        }

        if (existing is null && parent.PeeringTo(remote.Id) is Peering other)
        {
            throw NetworkErrors.AlreadyReferences(id, other);
        }

        Peering? counterpart = remote.PeeringTo(parent.Id);
        if (counterpart?.State == PeeringState.Disconnected && existing?.State != PeeringState.Disconnected)
        {
            throw NetworkErrors.RemoteDisconnected(id, counterpart);
        }

        if (existing is null && parent.Peerings.Count >= MaximumPeerings)
        {
            throw NetworkErrors.Bad("VnetPeeringCountLimitReached",
                $"Cannot create peering {id}. Virtual network {parent.Id} already has {MaximumPeerings} peerings, the maximum.");
        }

        if (existing is null || existing.State == PeeringState.Disconnected)
        {
            OverlapRules.Check(estate, parent, remote, id);
        }

        GatewayRules.Check(estate, parent, remote, counterpart, id, wanted.Flags);
        SubnetPeeringRules.Check(parent, remote, id, wanted.Flags);
        return remote;
    }

    /// <summary>A half that lends its gateway stays as long as the other half uses it.</summary>
    public static void CheckDelete(Peering peering, Peering? counterpart)
    {
        if (peering.Flags.AllowGatewayTransit && counterpart is { State: PeeringState.Connected, Flags.UseRemoteGateways: true, ProvisioningState: not ProvisioningState.Deleting })
        {
            throw GatewayRules.TransitInUse(peering.Id, counterpart);
        }
    }
}
