using PeeringTools.Lab.State;

namespace PeeringTools.Lab.Estates;

/// <summary>One of every trouble a peering can be in; docs/lab.md says which network shows which.</summary>
internal static class BrokenEstate
{
    private const string Soon = "2099-12-31T23:59:59Z";

    public static void Build(EstateBuilder build)
    {
        ResourceGroup group = EstateBuilder.Group(build.Subscription("Production"), "rg-broken");
        VirtualNetwork hub = build.Network(group, "vnet-hub", "10.0.0.0/16", null, ("GatewaySubnet", "10.0.0.0/27"), ("snet-shared", "10.0.1.0/24"));
        build.Gateway(hub, "vgw-hub");
        build.Pair(hub, Spoke(build, group, "vnet-healthy", 1));
        build.Half(Spoke(build, group, "vnet-onesided", 2), hub);
        Disconnected(build, hub, Spoke(build, group, "vnet-disconnected", 3));
        RemoteGone(build, group);
        Resized(build, hub, Spoke(build, group, "vnet-resized", 5));
        build.Pair(hub, Spoke(build, group, "vnet-closed", 6), null, s => s.AllowVirtualNetworkAccess = false);
        // Transit is on at the hub and nobody uses it; the second spoke sends to a gateway it was never given.
        build.Pair(hub, Spoke(build, group, "vnet-notransit", 7), h => h.AllowGatewayTransit = true);
        build.Pair(hub, Spoke(build, group, "vnet-nogateway", 8), null, s => s.UseRemoteGateways = true);
        NotVisible(build, group);
        Records(build, group, hub);
    }

    private static VirtualNetwork Spoke(EstateBuilder build, ResourceGroup group, string name, int number) =>
        build.Network(group, name, $"10.{number}.0.0/16", null, ("snet-app", $"10.{number}.0.0/24"));

    private static void Disconnected(EstateBuilder build, VirtualNetwork hub, VirtualNetwork spoke)
    {
        build.Pair(hub, spoke, null, s => s.AllowForwardedTraffic = true);
        Rules.PeeringMachine.Remove(build.Estate, hub.PeeringTo(spoke.Id)!);
    }

    private static void RemoteGone(EstateBuilder build, ResourceGroup group)
    {
        VirtualNetwork left = Spoke(build, group, "vnet-orphan", 4);
        VirtualNetwork gone = build.Network(group, "vnet-deleted", "10.40.0.0/16");
        build.Pair(left, gone);
        Rules.PeeringMachine.Remove(build.Estate, gone);
    }

    private static void Resized(EstateBuilder build, VirtualNetwork hub, VirtualNetwork spoke)
    {
        build.Pair(hub, spoke);
        spoke.AddressSpace = new AddressSpace(["10.5.0.0/16", "10.55.0.0/16"]);
        spoke.Touch(build.Estate.Ids);
        hub.Touch(build.Estate.Ids);
    }

    /// <summary>One remote in a subscription that is nowhere, one in a tenant that the caller is not in.</summary>
    private static void NotVisible(EstateBuilder build, ResourceGroup group)
    {
        VirtualNetwork lost = Spoke(build, group, "vnet-lostsubscription", 9);
        Foreign(lost, $"/subscriptions/{IdSource.Named("subscription/nowhere")}/resourceGroups/rg-nowhere/providers/Microsoft.Network/virtualNetworks/vnet-nowhere", "10.90.0.0/16");
        string fabrikam = build.Estate.Tenant(IdSource.Named("tenant/fabrikam").ToString(), "Fabrikam").TenantId;
        ResourceGroup theirs = EstateBuilder.Group(build.Subscription("Fabrikam partners", fabrikam), "rg-partners");
        VirtualNetwork partner = build.Network(theirs, "vnet-partner", "10.91.0.0/16", null, ("snet-app", "10.91.0.0/24"));
        build.Pair(Spoke(build, group, "vnet-crosstenant", 10), partner);
    }

    private static void Foreign(VirtualNetwork network, string remoteId, string space) => network.Peerings.Add(new Peering(network, "peer-vnet-nowhere", remoteId)
    {
        State = PeeringState.Connected,
        ResourceGuid = IdSource.OfPair(network.ResourceGuid, IdSource.Named(remoteId)),
        InForce = new AddressSpace([space]),
        LoadedRemoteSpace = new AddressSpace([space]),
        LoadedSyncLevel = "FullyInSync",
    });

    private static void Records(EstateBuilder build, ResourceGroup group, VirtualNetwork hub)
    {
        VirtualNetwork conflict = Spoke(build, group, "vnet-recordconflict", 11);
        build.Pair(hub, conflict);
        EstateBuilder.Tag(conflict, "PeeringTools:peer-vnet-hub", Record.Of(conflict, hub, Soon, "dana@contoso.example", "CHG0050001"));
        EstateBuilder.Tag(hub, "PeeringTools:peer-vnet-recordconflict", Record.Of(conflict, hub, "2098-01-31T23:59:59Z", "eve@contoso.example", "CHG0050002"));
        VirtualNetwork foreign = Spoke(build, group, "vnet-recordforeign", 12);
        build.Pair(hub, foreign);
        EstateBuilder.Tag(foreign, "PeeringTools:peer-vnet-hub", Record.Of(conflict, foreign, Soon, "finn@contoso.example", "CHG0050003"));
        VirtualNetwork unparsable = Spoke(build, group, "vnet-recordunparsable", 13);
        build.Pair(hub, unparsable);
        EstateBuilder.Tag(unparsable, "PeeringTools:peer-vnet-hub", "expires next summer, ask Gil");
        VirtualNetwork expired = Spoke(build, group, "vnet-recordexpired", 14);
        build.Pair(hub, expired);
        EstateBuilder.Tag(expired, "PeeringTools:peer-vnet-hub", Record.Of(expired, hub, "2024-02-29T23:59:59Z", "hana@contoso.example", "CHG0050004"));
    }
}
