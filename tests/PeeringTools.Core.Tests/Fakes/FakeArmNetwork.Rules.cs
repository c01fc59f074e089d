using PeeringTools.Ports;

namespace PeeringTools.Fakes;

/// <summary>What Azure refuses, and what a side and its counterpart read after a PUT.</summary>
internal sealed partial class FakeArmNetwork
{
    private static void Check(
        PeeringWrite write, FakeNetwork parent, FakeNetwork remote, PeeringSide? existing, PeeringSide? other, PeeringSide wanted)
    {
        ResourceId id = write.PeeringId;
        if (existing is not null && !remote.Id.Text.Equals(existing.RemoteVirtualNetworkId, StringComparison.OrdinalIgnoreCase))
            throw Refused("ChangingRemoteVirtualNetworkNotAllowed", id);
        if (existing is null && parent.SideTo(remote.Id) is not null) throw Refused("AnotherPeeringAlreadyReferencesRemoteVnet", id);
        if (other?.PeeringState == "Disconnected") throw Refused("RemotePeeringIsDisconnected", id);
        if (existing is null && Overlap(parent, remote)) throw Refused("VnetAddressSpacesOverlap", id);
        if (!wanted.UseRemoteGateways) return;
        if (remote.GatewayIds.Count == 0) throw Refused("RemoteVnetHasNoGateways", id);
        if (other is { AllowGatewayTransit: false }) throw Refused("RemotePeeringHasNoGatewayTransit", id);
        if (parent.Sides.Any(side => side != existing && side.UseRemoteGateways)) throw Refused("AnotherPeeringUsesRemoteGateways", id);
        if (parent.GatewayIds.Count > 0) throw Refused("VnetHasOwnGateway", id);
    }

    private void RefuseLocked(ResourceId id, params string[] levels)
    {
        if (this.LocksOver(id).FirstOrDefault(l => levels.Contains(l.Level)) is ManagementLock found)
            throw Refusal(nameof(Errors.ReadOnlyLock), "ScopeLocked", 409, id, found.Name, found.Scope, id);
    }

    private static bool Overlap(FakeNetwork a, FakeNetwork b) =>
        a.Prefixes.Any(x => b.Prefixes.Any(y => AddressPrefix.Parse(x).Overlaps(AddressPrefix.Parse(y))));

    /// <summary>A PUT replaces the whole side: what neither the basis nor the settings name goes back to Azure's default.</summary>
    private static PeeringSide Merge(PeeringWrite write, FakeNetwork parent)
    {
        PeeringSide? basis = write.Basis?.Side;
        PeeringSettings set = write.Settings;
        return new PeeringSide
        {
            Exists = true,
            Id = write.PeeringId.Text,
            Name = write.PeeringId.PeeringName,
            VirtualNetworkId = parent.Id.Text,
            VirtualNetworkName = parent.Id.Name,
            ResourceGroupName = parent.Id.ResourceGroupName!,
            SubscriptionId = parent.Id.SubscriptionId,
            RemoteVirtualNetworkId = write.RemoteVirtualNetworkId.Text,
            ProvisioningState = "Succeeded",
            AllowVirtualNetworkAccess = set.AllowVirtualNetworkAccess ?? basis?.AllowVirtualNetworkAccess ?? true,
            AllowForwardedTraffic = set.AllowForwardedTraffic ?? basis?.AllowForwardedTraffic ?? false,
            AllowGatewayTransit = set.AllowGatewayTransit ?? basis?.AllowGatewayTransit ?? false,
            UseRemoteGateways = set.UseRemoteGateways ?? basis?.UseRemoteGateways ?? false,
            DoNotVerifyRemoteGateways = set.DoNotVerifyRemoteGateways ?? basis?.DoNotVerifyRemoteGateways ?? false,
            PeerCompleteVnets = set.PeerCompleteVnets ?? basis?.PeerCompleteVnets ?? true,
            LocalSubnetNames = set.LocalSubnetNames ?? basis?.LocalSubnetNames ?? [],
            RemoteSubnetNames = set.RemoteSubnetNames ?? basis?.RemoteSubnetNames ?? [],
            EnableOnlyIPv6Peering = set.EnableOnlyIPv6Peering ?? basis?.EnableOnlyIPv6Peering ?? false,
        };
    }

    private static void Settle(FakeNetwork parent, FakeNetwork remote, PeeringSide side, PeeringSide? before, PeeringSide? other, bool sync)
    {
        string[] present = [.. remote.Prefixes];
        bool fresh = before is null or { PeeringState: "Disconnected" };
        side.RemoteVirtualNetworkAddressSpace = present;
        side.RemoteAddressSpace = fresh || sync ? present : before!.RemoteAddressSpace;
        side.RemoteGateways = side.UseRemoteGateways ? [.. remote.GatewayIds] : [];
        side.ResourceGuid = other?.ResourceGuid ?? before?.ResourceGuid ?? Guid.NewGuid().ToString();
        side.PeeringState = other is null ? "Initiated" : "Connected";
        if (other is null)
        {
            side.PeeringSyncLevel = "RemoteNotInSync";
        }
        else if (fresh)
        {
            other.PeeringState = "Connected";
            other.RemoteAddressSpace = other.RemoteVirtualNetworkAddressSpace = [.. parent.Prefixes];
            side.PeeringSyncLevel = other.PeeringSyncLevel = "FullyInSync";
        }
        else
        {
            side.PeeringSyncLevel = before!.PeeringSyncLevel;
            if (sync) Sync(side, other);
        }
    }

    /// <summary>Only the side that is behind can catch up; asked of the other one, Azure says success and changes nothing.</summary>
    private static void Sync(PeeringSide side, PeeringSide other)
    {
        (side.PeeringSyncLevel, other.PeeringSyncLevel) = side.PeeringSyncLevel switch
        {
            "LocalNotInSync" => ("FullyInSync", "FullyInSync"),
            "LocalAndRemoteNotInSync" => ("RemoteNotInSync", "LocalNotInSync"),
            _ => (side.PeeringSyncLevel, other.PeeringSyncLevel),
        };
    }
}
