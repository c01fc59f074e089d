using PeeringTools.Pairs;
using PeeringTools.Records;
using PeeringTools.Surroundings;

namespace PeeringTools.Health;

/// <summary>For every rule the smallest estate whose first pair it finds, and nothing else above Information.</summary>
internal static class BrokenEstates
{
    private static readonly SecurityRule AllowPeer = new()
    {
        Name = "allow-spoke",
        Priority = 200,
        Direction = "Inbound",
        Access = "Allow",
        Protocol = "Tcp",
        SourceAddressPrefixes = ["10.1.0.0/16"],
        DestinationAddressPrefixes = ["*"],
        DestinationPortRanges = ["443"],
    };

    private static readonly Dictionary<string, Func<HealthEstate>> All = new()
    {
        ["State.RemoteNotVisible"] = () => Alone("gone").Unreadable("gone", RemoteVisibility.NotVisible),
        ["State.RemoteGone"] = () => Alone("gone").Unreadable("gone", RemoteVisibility.Gone),
        ["State.Disconnected"] = () => TwoNetworks().Half("hub", "spoke", s => (s.PeeringState, s.PeeringSyncLevel) = ("Disconnected", "RemoteNotInSync")),
        ["State.OneSided"] = () => TwoNetworks().Half("hub", "spoke", s => (s.PeeringState, s.PeeringSyncLevel) = ("Initiated", "RemoteNotInSync")),
        ["State.NotProvisioned"] = () => Couple(ofSpoke: s => s.ProvisioningState = "Failed"),
        ["Sync.NotInSync"] = () => Couple(
            hub => (hub.PeeringSyncLevel, hub.RemoteVirtualNetworkAddressSpace) = ("LocalNotInSync", ["10.1.0.0/16", "10.2.0.0/16"]),
            spoke => spoke.PeeringSyncLevel = "RemoteNotInSync"),
        ["Sync.StaleCopy"] = () => Couple(hub => hub.RemoteAddressSpace = ["10.1.0.0/17"]),
        ["Address.Overlap"] = () => new HealthEstate().Network("hub", "10.0.0.0/16").Network("spoke", "10.0.128.0/17").Pair("hub", "spoke"),
        ["Address.OverlapThroughPeer"] = () => Couple().Network("other", "10.1.64.0/18").Pair("hub", "other"),
        ["Address.NearPeeringLimit"] = () => Enumerable.Range(0, 449).Aggregate(Couple(), (estate, i) => estate.Half("hub", "far" + i, s =>
            s.RemoteAddressSpace = s.RemoteVirtualNetworkAddressSpace = [$"172.{16 + (i / 256)}.{i % 256}.0/24"])),
        ["Access.Disabled"] = () => Couple(s => s.AllowVirtualNetworkAccess = false, s => s.AllowVirtualNetworkAccess = false).Rule("hub", AllowPeer),
        ["Access.Asymmetric"] = () => Couple(ofSpoke: s => s.AllowVirtualNetworkAccess = false),
        ["Gateway.TransitWithoutGateway"] = () => Couple(hub => hub.AllowGatewayTransit = true),
        ["Gateway.TransitUnused"] = () => Couple(hub => hub.AllowGatewayTransit = true).Gateway("hub"),
        ["Gateway.RemoteWithoutTransit"] = () => Couple(ofSpoke: spoke => spoke.UseRemoteGateways = true).Gateway("hub"),
        ["Gateway.Conflict"] = () => Couple(hub => hub.AllowGatewayTransit = true, spoke => spoke.UseRemoteGateways = true).Gateway("hub").Gateway("spoke"),
        ["Security.VirtualNetworkTagWidened"] = () => Couple().Rule("hub", AllowPeer with { Name = "allow-inside", SourceAddressPrefixes = ["VirtualNetwork"] }),
        ["Security.NoNsg"] = () => Couple().Change("spoke", n => n with { Subnets = [.. n.Subnets, HealthEstate.Subnet("spoke", "bare", "10.1.8.0/24")] }),
        ["Security.SpokeToSpoke"] = () => TwoNetworks().Network("centre", "10.9.0.0/16").Gateway("centre").Pair("hub", "spoke").Pair("hub", "centre").Pair("spoke", "centre"),
        ["Security.EnvironmentMix"] = () => Couple().Tag("hub", "Environment", "Prod").Tag("spoke", "environment", "test"),
        ["Dns.ZoneLinkedOnOneSide"] = () => Couple().Zone("privatelink.vaultcore.azure.net", "hub"),
        ["Cost.Regional"] = () => Couple(),
        ["Cost.Global"] = () => TwoNetworks().Change("spoke", n => n with { Location = "eastasia" }).Pair("hub", "spoke"),
        ["Lifecycle.Expired"] = () => Recorded(new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero)),
        ["Lifecycle.ExpiringSoon"] = () => Recorded(new DateTimeOffset(2026, 6, 7, 23, 59, 59, TimeSpan.Zero)),
        ["Lifecycle.RecordConflict"] = () => Recorded(null).Tag("hub", RecordTag.NameOf("to-spoke"), RecordTag.Format(Record("hub", "spoke") with { Owner = "eve" })),
        ["Lifecycle.RecordForeign"] = () => Couple().Tag("spoke", RecordTag.NameOf("to-hub"), RecordTag.Format(Record("spoke", "elsewhere"))),
        ["Lifecycle.RecordUnparsable"] = () => Couple().Tag("spoke", RecordTag.NameOf("to-hub"), "ask Gil"),
        ["Lifecycle.RecordLost"] = () => WithBaseline(Couple(), [.. Recorded(null).Pairs()]),
        ["Lifecycle.NoOwner"] = () => Couple().Tag("spoke", RecordTag.NameOf("to-hub"), RecordTag.Format(Record("hub", "spoke") with { Owner = null })),
        ["Ownership.Managed"] = () => Couple(ofSpoke: s => s.Name = "ANM_1234"),
    };

    public static IEnumerable<string> RuleIds => All.Keys;

    public static HealthEstate Of(string ruleId) => All[ruleId]();

    /// <summary>A hub and a spoke that nothing is wrong with.</summary>
    public static HealthEstate Couple(Action<PeeringSide>? ofHub = null, Action<PeeringSide>? ofSpoke = null) =>
        TwoNetworks().Pair("hub", "spoke", ofHub, ofSpoke);

    private static HealthEstate TwoNetworks() => new HealthEstate().Network("hub", "10.0.0.0/16").Network("spoke", "10.1.0.0/16");

    private static HealthEstate Alone(string other) => new HealthEstate().Network("hub", "10.0.0.0/16").Half("hub", other);

    private static PeeringRecord Record(string one, string other) =>
        new() { PairId = PairId.Of(HealthEstate.Id(one).Text, HealthEstate.Id(other).Text), Owner = "dana", Ticket = "CHG0050001" };

    private static HealthEstate Recorded(DateTimeOffset? end) =>
        Couple().Tag("spoke", RecordTag.NameOf("to-hub"), RecordTag.Format(Record("hub", "spoke") with { Expires = end }));

    private static HealthEstate WithBaseline(HealthEstate estate, PeeringPair[] baseline)
    {
        estate.Baseline = baseline;
        return estate;
    }
}
