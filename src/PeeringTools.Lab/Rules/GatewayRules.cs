using PeeringTools.Lab.State;
using PeeringTools.Lab.Wire;

namespace PeeringTools.Lab.Rules;

/// <summary>Who may lend and who may use a gateway through a peering.</summary>
internal static class GatewayRules
{
    public static void Check(Estate estate, VirtualNetwork parent, VirtualNetwork remote, Peering? counterpart, string id, PeeringFlags flags)
    {
        if (!flags.AllowGatewayTransit && counterpart is { State: not PeeringState.Disconnected, Flags.UseRemoteGateways: true })
        {
            throw TransitInUse(id, counterpart);
        }

        if (!flags.UseRemoteGateways)
        {
            return;
        }

        if (flags.AllowGatewayTransit)
        {
            throw Bad("PeeringCannotHaveBothGatewayFlags", $"Peering {id} cannot have both AllowGatewayTransit and UseRemoteGateways flags set to true.");
        }

        if (estate.Gateways.Of(parent).Any())
        {
            throw Bad("VnetWithGatewayCannotUseRemoteGateways",
                $"Peering {id} cannot have UseRemoteGateways flag set to true because virtual network {parent.Id} has a gateway of its own.");
        }

        if (parent.Peerings.Find(p => p.Flags.UseRemoteGateways && !string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase)) is Peering other)
        {
            throw Bad("AnotherPeeringAlreadyUsesRemoteGateways",
                $"Peering {id} cannot have UseRemoteGateways flag set to true because another peering {other.Id} already has UseRemoteGateways flag set to true.");
        }

        if (!estate.Gateways.Of(remote).Any())
        {
            throw Bad("RemoteVnetHasNoGateways",
                $"Peering {id} cannot have UseRemoteGateway flag set to true because remote virtual network {remote.Id} referenced by the peering does not have any gateways.");
        }

        if (counterpart is { Flags.AllowGatewayTransit: false })
        {
            throw Bad("RemotePeeringHasNoGatewayTransit",
                $"Peering {id} cannot have UseRemoteGateways flag set to true, because corresponding remote peering {counterpart.Id} has AllowGatewayTransit flag set to false.");
        }
    }

    public static ArmException TransitInUse(string id, Peering user) =>
        Bad("GatewayTransitInUseByRemotePeering",
            $"Peering {id} cannot be deleted or have AllowGatewayTransit flag set to false, because corresponding remote peering {user.Id} has UseRemoteGateways flag set to true.");

    private static ArmException Bad(string code, string message) => NetworkErrors.Bad(code, message);
}
