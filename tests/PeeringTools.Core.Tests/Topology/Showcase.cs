namespace PeeringTools.Topology;

/// <summary>An estate in which everything occurs that a diagram has a sign for.</summary>
internal static class Showcase
{
    public static PeeringTopology Build(Func<PeeringPair[], PeeringPair[]>? order = null)
    {
        PeeringPair[] pairs =
        [
            .. Town.Star("hub-a", 6).Select(Use),
            .. Town.Star("hub-b", 4).Select(Use),
            Town.Pair("hub-a", "hub-b", pair => pair.IsGlobal = true),
            Town.Pair("hub-b", "hub-a-s006"),
            Town.Pair("hub-a-s001", "hub-a-s002"),
            Town.Pair("hub-b-s004", "partner", pair => pair.IsCrossTenant = true),
            .. Town.Mesh("mesh-", 4),
            Town.Pair("old", "new", pair => (pair.RecordState, pair.ExpiresOn) = (PeeringRecordState.Ok, new DateTime(2026, 10, 20, 0, 0, 0, DateTimeKind.Utc))),
        ];
        (pairs[1].Status, pairs[1].SyncLevel) = (PeeringPairStatus.Disconnected, null);
        pairs[2].SyncLevel = "LocalNotInSync";
        (pairs[3].Status, pairs[3].Remote.Exists, pairs[3].Remote.IsVisible) = (PeeringPairStatus.RemoteNotVisible, false, false);
        pairs[4].Remote.AllowVirtualNetworkAccess = false;
        Dictionary<string, PeeringHealthVerdict> rules = new() { [pairs[5].PairId] = PeeringHealthVerdict.Degraded };
        foreach (PeeringSide side in pairs.SelectMany(pair => new[] { pair.Local, pair.Remote }).Where(side => side.VirtualNetworkName.StartsWith("hub-b", StringComparison.Ordinal)))
            (side.SubscriptionId, side.Location) = ("00000000-0000-4000-8000-000000000002", "northeurope");
        PeeringTopology topology = TopologyBuilder.Build(order is null ? pairs : order(pairs), Town.Now, verdicts: rules);
        PeeringTopologyNode hub = topology.Node("hub-a");
        (hub.Gateways, hub.Firewalls, hub.DnsZones, hub.ResolvesFor) = (["vgw"], ["afw"], ["a.internal", "b.internal"], 6);
        foreach (PeeringTopologyLink link in topology.Links.Where(link => link.LocalVirtualNetworkName == "hub-a")) link.RoutesThroughPeer = PeeringDirection.Remote;
        return topology;
    }

    private static PeeringPair Use(PeeringPair pair)
    {
        pair.Local.AllowGatewayTransit = pair.Remote.UseRemoteGateways = pair.Remote.AllowForwardedTraffic = true;
        return pair;
    }
}
