using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>Every rule there is, in the order they are shown. Written down, because a search by reflection is what trimming breaks.</summary>
internal static class RuleCatalogue
{
    public static readonly IReadOnlyList<HealthRule> All =
    [
        new StateRemoteNotVisible(),
        new StateRemoteGone(),
        new StateDisconnected(),
        new StateOneSided(),
        new StateNotProvisioned(),
        new SyncNotInSync(),
        new SyncStaleCopy(),
        new AddressOverlap(),
        new AddressOverlapThroughPeer(),
        new AddressNearPeeringLimit(),
        new AccessDisabled(),
        new AccessAsymmetric(),
        new GatewayTransitWithoutGateway(),
        new GatewayTransitUnused(),
        new GatewayRemoteWithoutTransit(),
        new GatewayConflict(),
        new SecurityVirtualNetworkTagWidened(),
        new SecurityNoNsg(),
        new SecuritySpokeToSpoke(),
        new SecurityEnvironmentMix(),
        new DnsZoneLinkedOnOneSide(),
        new CostRegional(),
        new CostGlobal(),
        new LifecycleExpired(),
        new LifecycleExpiringSoon(),
        new LifecycleRecordConflict(),
        new LifecycleRecordForeign(),
        new LifecycleRecordUnparsable(),
        new LifecycleRecordLost(),
        new LifecycleNoOwner(),
        new OwnershipManaged(),
    ];

    /// <summary>Everything that some rules look at, so that one reading serves them all.</summary>
    public static SurroundingKinds KindsFor(IEnumerable<HealthRule> rules) =>
        rules.Aggregate(SurroundingKinds.None, (kinds, rule) => kinds | rule.Needs | rule.Uses);
}
