namespace PeeringTools.Changes;

/// <summary>The side that a step asks for, as people and other commands read it.</summary>
internal static class StepSide
{
    /// <param name="step">A write of a peering that is no deletion.</param>
    /// <param name="present">The side as it was read; null where it does not exist.</param>
    /// <param name="remoteId">The network it leads to.</param>
    public static PeeringSide After(ChangeStep step, PeeringSide? present, ResourceId remoteId)
    {
        PeeringSettings settings = step.Settings.Over(step.Before?.Settings ?? new PeeringSettings());
        return new PeeringSide
        {
            Exists = true,
            Id = step.TargetId.Text,
            Name = step.TargetId.Name,
            VirtualNetworkId = step.TargetId.VirtualNetwork.Text,
            VirtualNetworkName = step.TargetId.VirtualNetworkName!,
            ResourceGroupName = step.TargetId.ResourceGroupName!,
            SubscriptionId = step.TargetId.SubscriptionId,
            TenantId = present?.TenantId,
            Location = present?.Location,
            RemoteVirtualNetworkId = remoteId.Text,
            PeeringState = present?.PeeringState,
            PeeringSyncLevel = present?.PeeringSyncLevel,
            AllowVirtualNetworkAccess = settings.AllowVirtualNetworkAccess ?? true,
            AllowForwardedTraffic = settings.AllowForwardedTraffic ?? false,
            AllowGatewayTransit = settings.AllowGatewayTransit ?? false,
            UseRemoteGateways = settings.UseRemoteGateways ?? false,
            DoNotVerifyRemoteGateways = settings.DoNotVerifyRemoteGateways ?? false,
            PeerCompleteVnets = settings.PeerCompleteVnets ?? true,
            LocalSubnetNames = settings.LocalSubnetNames ?? [],
            RemoteSubnetNames = settings.RemoteSubnetNames ?? [],
            EnableOnlyIPv6Peering = settings.EnableOnlyIPv6Peering ?? false,
            RemoteAddressSpace = present?.RemoteAddressSpace ?? [],
            RemoteVirtualNetworkAddressSpace = present?.RemoteVirtualNetworkAddressSpace ?? [],
        };
    }
}
